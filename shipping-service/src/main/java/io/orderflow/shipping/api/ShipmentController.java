package io.orderflow.shipping.api;

import io.orderflow.messaging.web.Refusal;
import io.orderflow.shipping.application.LookingUpShipments;
import io.orderflow.shipping.gateways.ShipmentOnFile;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /shipments/{orderId}` and `/shipments/summary`, for the operator and the auditor.
@RestController
class ShipmentController {
    private final LookingUpShipments looking;

    ShipmentController(LookingUpShipments looking) {
        this.looking = looking;
    }

    @GetMapping("/shipments/{orderId}")
    ShipmentOnFile shipment(@PathVariable UUID orderId) {
        return looking.shipment(orderId)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "shipment-not-found",
                        "Shipment not found",
                        "Nothing was heard of order " + orderId + "."));
    }

    @GetMapping("/shipments/summary")
    SummaryView summary(@RequestParam(required = false) @Nullable Instant until) {
        if (until != null) {
            Malformed.refuseUnlessInOurTime(until, "until");
        }
        return new SummaryView(
                until, looking.states(until), looking.ordersBookedMoreThanOnce().orElse(null));
    }
}

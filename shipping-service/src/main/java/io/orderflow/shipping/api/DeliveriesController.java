package io.orderflow.shipping.api;

import io.orderflow.messaging.web.Refusal;
import io.orderflow.shipping.application.NotingDeliveries;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST /carrier/deliveries`, for the carrier: goods were handed over. Whoever sends it proves by a signature
/// that it is the carrier ([SignedByCarrier]); sent again, it changes nothing.
@RestController
class DeliveriesController {
    private final NotingDeliveries noting;
    private final Clock clock;

    DeliveriesController(NotingDeliveries noting, Clock clock) {
        this.noting = noting;
        this.clock = clock;
    }

    @PostMapping(path = "/carrier/deliveries", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delivered(@Valid @RequestBody DeliveryNotice notice) {
        Malformed.refuseUnlessInOurTime(notice.deliveredAt(), "deliveredAt");
        if (notice.deliveredAt().isAfter(clock.instant())) {
            throw Malformed.refusal("deliveredAt", "must not be in the future");
        }
        if (!noting.delivered(notice.trackingNumber(), notice.deliveredAt())) {
            throw new Refusal(
                    HttpStatus.NOT_FOUND,
                    "no-such-tracking-number",
                    "No such tracking number",
                    "No shipment goes by this tracking number.");
        }
    }
}

package io.orderflow.inventory.api;

import io.orderflow.inventory.gateways.Deductions;
import io.orderflow.messaging.web.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What orders took from the stock, for the operator to look at.
@RestController
class DeductionsController {
    private final Deductions deductions;

    DeductionsController(Deductions deductions) {
        this.deductions = deductions;
    }

    @GetMapping("/deductions/{orderId}")
    DeductionView one(@PathVariable UUID orderId) {
        return deductions
                .seen(orderId)
                .map(DeductionView::of)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "unknown-order",
                        "Unknown order",
                        "Inventory has heard nothing of order " + orderId + "."));
    }
}

package io.orderflow.payment.api;

import io.orderflow.messaging.web.Refusal;
import io.orderflow.payment.application.LookingUpPayments;
import io.orderflow.payment.gateways.PaymentOnFile;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET /payments/{orderId}`, for the operator.
@RestController
class PaymentController {
    private final LookingUpPayments looking;

    PaymentController(LookingUpPayments looking) {
        this.looking = looking;
    }

    @GetMapping("/payments/{orderId}")
    PaymentOnFile payment(@PathVariable UUID orderId) {
        return looking.payment(orderId)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "payment-not-found",
                        "Payment not found",
                        "Nothing was heard of order " + orderId + "."));
    }
}

package io.orderflow.payment.api;

import io.orderflow.messaging.web.Refusal;
import io.orderflow.payment.application.LookingUpPayments;
import io.orderflow.payment.gateways.PaymentOnFile;
import io.orderflow.payment.gateways.PaymentsSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The payments, for the operator: `GET /payments/{orderId}` and `/payments/summary`.
@RestController
@RequestMapping("/payments")
class PaymentController {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final LookingUpPayments looking;

    PaymentController(LookingUpPayments looking) {
        this.looking = looking;
    }

    @GetMapping("/{orderId}")
    PaymentOnFile payment(@PathVariable UUID orderId) {
        return looking.payment(orderId);
    }

    @GetMapping("/summary")
    PaymentsSummary summary(@RequestParam(required = false) @Nullable Instant until) {
        if (until != null && (until.isBefore(FIRST) || until.isAfter(LAST))) {
            String wrong = "must be between " + FIRST + " and " + LAST;
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", "until " + wrong)
                    .with("errors", List.of(Map.of("field", "until", "message", wrong)));
        }
        return looking.summary(until);
    }
}

package io.orderflow.payment.api;

import io.orderflow.messaging.web.Refusal;
import io.orderflow.payment.application.PaymentNotFound;
import io.orderflow.payment.domain.NoFailedRefund;
import io.orderflow.payment.gateways.OutcomeUnknown;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What payment refuses, each as one problem.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
    @ExceptionHandler
    ErrorResponse notFound(PaymentNotFound refused) {
        return problem(HttpStatus.NOT_FOUND, "payment-not-found", "Payment not found", refused);
    }

    @ExceptionHandler
    ErrorResponse noFailedRefund(NoFailedRefund refused) {
        return problem(HttpStatus.CONFLICT, "no-failed-refund", "No failed refund", refused);
    }

    @ExceptionHandler
    ErrorResponse silent(OutcomeUnknown silence) {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "provider-unavailable",
                "Provider unavailable",
                "The provider does not tell whether it gave the money back; nothing was changed.");
    }

    private static ErrorResponse problem(HttpStatus status, String slug, String title, RuntimeException refused) {
        return new Refusal(status, slug, title, Objects.requireNonNullElse(refused.getMessage(), title));
    }
}

package io.orderflow.order.api;

import io.orderflow.messaging.web.Refusal;
import io.orderflow.order.application.KeyInFlight;
import io.orderflow.order.application.KeyUsedOtherwise;
import io.orderflow.order.application.Overloaded;
import io.orderflow.order.domain.NotForSale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// How each refusal of this service looks.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
    @ExceptionHandler
    ErrorResponse notForSale(NotForSale refused) {
        String[] kind = switch (refused.kind()) {
            case UNKNOWN_PRODUCT -> new String[] {"unknown-product", "Unknown product"};
            case SEVERAL_CURRENCIES -> new String[] {"several-currencies", "Several currencies"};
        };
        String detail = refused.lines().stream()
                .map(line -> "lines[" + line.index() + "].sku: " + line.sentence())
                .collect(Collectors.joining("; "));
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, kind[0], kind[1], detail)
                .with(
                        "errors",
                        refused.lines().stream()
                                .map(line ->
                                        Map.of("field", "lines[" + line.index() + "].sku", "message", line.sentence()))
                                .toList());
    }

    @ExceptionHandler
    ErrorResponse inFlight(KeyInFlight refused) {
        return new Refusal(
                HttpStatus.CONFLICT,
                "idempotency-key-in-flight",
                "Idempotency key in flight",
                "Another request with this Idempotency-Key is being answered; send it again in a moment.");
    }

    @ExceptionHandler
    ErrorResponse usedOtherwise(KeyUsedOtherwise refused) {
        return new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "Idempotency key reused",
                "This Idempotency-Key was used for another request; a new request wants a new key.");
    }

    @ExceptionHandler
    ErrorResponse overloaded(Overloaded refused) {
        var refusal = new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "overloaded",
                "Overloaded",
                "Too much is under way to accept another order; nothing was kept of this one. Send it again after the"
                        + " time in Retry-After.");
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(refused.retryAfter()));
        return refusal;
    }
}

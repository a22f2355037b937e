package io.orderflow.inventory.api;

import io.orderflow.inventory.application.KeyUsedOtherwise;
import io.orderflow.inventory.application.StockChangesByReplenishment;
import io.orderflow.inventory.application.UnknownProduct;
import io.orderflow.inventory.domain.NoRoom;
import io.orderflow.messaging.web.Refusal;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What inventory refuses, each as one problem.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
    @ExceptionHandler
    ErrorResponse unknown(UnknownProduct refused) {
        return problem(HttpStatus.NOT_FOUND, "unknown-product", "Unknown product", refused);
    }

    @ExceptionHandler
    ErrorResponse stock(StockChangesByReplenishment refused) {
        return problem(
                HttpStatus.CONFLICT, "stock-changes-by-replenishment", "Stock changes by replenishment", refused);
    }

    @ExceptionHandler
    ErrorResponse key(KeyUsedOtherwise refused) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", "Idempotency key used otherwise", refused);
    }

    @ExceptionHandler
    ErrorResponse room(NoRoom refused) {
        return problem(HttpStatus.CONFLICT, "no-room", "No room for more", refused);
    }

    private static ErrorResponse problem(HttpStatus status, String slug, String title, RuntimeException refused) {
        return new Refusal(status, slug, title, Objects.requireNonNullElse(refused.getMessage(), title));
    }
}

package io.orderflow.order.api;

import io.orderflow.messaging.web.Refusal;
import java.io.Serial;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/// There is no such order, or it is none of the asker's business, which looks the same.
final class NoSuchOrder extends Refusal {
    @Serial
    private static final long serialVersionUID = 1L;

    NoSuchOrder() {
        super(HttpStatus.NOT_FOUND, "no-such-order", "No such order", "There is no order with this id and this token.");
    }

    /// The id in the path.
    ///
    /// @throws NoSuchOrder when it is none
    static UUID unlessId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NoSuchOrder();
        }
    }
}

package io.orderflow.payment.application;

import java.io.Serial;
import java.util.UUID;

/// Refuses to speak of an order of which nothing was heard, with the sentence that the operator may read.
public class PaymentNotFound extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    PaymentNotFound(UUID orderId) {
        super("Nothing was heard of order " + orderId + ".");
    }
}

package io.orderflow.payment.domain;

import java.io.Serial;
import java.util.UUID;

/// Refuses to retry or settle a refund that has not failed, with the sentence that the operator may read.
public class NoFailedRefund extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NoFailedRefund(UUID orderId, PaymentState state) {
        super("The payment of order " + orderId + " is " + state + ": it has no failed refund.");
    }
}

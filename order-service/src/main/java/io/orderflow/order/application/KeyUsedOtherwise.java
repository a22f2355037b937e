package io.orderflow.order.application;

import java.io.Serial;

/// The idempotency key was used before, for something else.
public final class KeyUsedOtherwise extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;
}

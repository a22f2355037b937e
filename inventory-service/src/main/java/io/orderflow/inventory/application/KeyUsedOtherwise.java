package io.orderflow.inventory.application;

import java.io.Serial;

/// An idempotency key was used before, for something else.
public final class KeyUsedOtherwise extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    KeyUsedOtherwise() {
        super("This Idempotency-Key was used for another delivery.");
    }
}

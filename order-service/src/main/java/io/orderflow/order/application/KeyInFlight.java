package io.orderflow.order.application;

import java.io.Serial;

/// Another request with the same idempotency key is being answered at this moment.
public final class KeyInFlight extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;
}

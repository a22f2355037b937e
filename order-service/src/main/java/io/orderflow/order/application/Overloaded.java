package io.orderflow.order.application;

import java.io.Serial;

/// Too much is under way for a new order to be accepted. Nothing was kept of it.
public class Overloaded extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int retryAfter;

    Overloaded(int retryAfter) {
        super("too much is under way", null, false, false); // it is thrown when there is no time for stack traces
        this.retryAfter = retryAfter;
    }

    /// After how many seconds it is worth another try.
    public int retryAfter() {
        return retryAfter;
    }
}

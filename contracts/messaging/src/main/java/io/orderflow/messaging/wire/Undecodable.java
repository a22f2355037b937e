package io.orderflow.messaging.wire;

import java.io.Serial;

/// A message that no retry will make readable: it goes to parking with this reason.
public final class Undecodable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// With the reason, in one sentence.
    public Undecodable(String reason) {
        super(reason);
    }
}

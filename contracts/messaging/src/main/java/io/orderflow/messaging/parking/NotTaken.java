package io.orderflow.messaging.parking;

import java.io.IOException;
import java.io.Serial;

/// The broker did not take a message that was to be replayed, so it is still parked.
final class NotTaken extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotTaken(String queue, boolean returned) {
        super(returned ? "no way leads to " + queue : "the broker could not put it into " + queue);
    }
}

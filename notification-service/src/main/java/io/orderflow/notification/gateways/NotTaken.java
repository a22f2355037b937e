package io.orderflow.notification.gateways;

import java.io.Serial;

/// A message that the mail server did not take, and may take the next time.
public final class NotTaken extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /// With the reason, without personal data.
    NotTaken(String reason) {
        super(reason);
    }
}

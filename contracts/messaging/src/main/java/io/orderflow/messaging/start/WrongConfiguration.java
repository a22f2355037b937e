package io.orderflow.messaging.start;

import java.io.Serial;

/// The service cannot run as it is configured; the message is the sentence that says so and names the property.
public final class WrongConfiguration extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// With the sentence, which begins with the name of the property.
    public WrongConfiguration(String sentence) {
        super(sentence);
    }
}

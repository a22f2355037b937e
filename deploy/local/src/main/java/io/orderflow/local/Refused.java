package io.orderflow.local;

import java.io.Serial;

/// The launcher cannot do what it was asked; the message is the one sentence that the person reads.
final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence);
    }

    Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

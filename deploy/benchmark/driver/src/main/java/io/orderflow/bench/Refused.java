package io.orderflow.bench;

import java.io.Serial;

/// It cannot be measured; the message is the sentence that says why.
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

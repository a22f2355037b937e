package io.orderflow.bench;

import java.io.Serial;

/// The words of the command make no sense; the message is the sentence that says why.
final class Usage extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    Usage(String sentence) {
        super(sentence);
    }
}

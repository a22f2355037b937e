package io.orderflow.local;

import java.io.Serial;

/// The words of a command make no sense; the message is the one sentence that the person reads.
final class Usage extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    Usage(String sentence) {
        super(sentence);
    }
}

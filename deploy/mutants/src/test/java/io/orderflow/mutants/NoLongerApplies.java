package io.orderflow.mutants;

import java.io.Serial;

/// The production code has changed so that a mutant has to be written anew.
final class NoLongerApplies extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NoLongerApplies(String sentence) {
        super(sentence);
    }
}

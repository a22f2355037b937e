package io.orderflow.payment.gateways;

import java.io.Serial;

/// The provider gave no answer that tells whether money moved: a time-out, or an error of its own. It is not
/// a failure.
public class OutcomeUnknown extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /// @param what what came instead of an answer, without personal data
    public OutcomeUnknown(String what) {
        super(what);
    }
}

package io.orderflow.shipping.gateways;

import java.io.Serial;

/// The carrier gave no answer that tells whether the goods are booked: a time-out, or an error of its own. It
/// is not a refusal.
public class OutcomeUnknown extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /// @param what what came instead of an answer, without personal data
    public OutcomeUnknown(String what) {
        super(what);
    }
}

package io.orderflow.payment.gateways.simulator;

import io.orderflow.payment.domain.Outcome;
import io.orderflow.payment.gateways.OutcomeUnknown;
import org.jspecify.annotations.Nullable;

/// What the simulated provider tells its caller.
///
/// @param outcome what was decided; null where the caller does not hear of it
/// @param told    in a word, as [LedgerRequest] keeps it
record Answer(@Nullable Outcome outcome, String told) {
    static Answer of(LedgerEntry standing) {
        return new Answer(standing.outcome(), standing.kind().name());
    }

    static Answer none(String instead) {
        return new Answer(null, instead);
    }

    Outcome orThrow() throws OutcomeUnknown {
        if (outcome == null) {
            throw new OutcomeUnknown(told);
        }
        return outcome;
    }
}

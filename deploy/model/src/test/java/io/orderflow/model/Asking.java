package io.orderflow.model;

import io.orderflow.model.Participant.Reply;
import io.orderflow.model.PaymentParticipant.Memory;
import io.orderflow.payment.domain.Operation;
import io.orderflow.payment.domain.Outcome;
import java.util.List;
import java.util.UUID;

/// How payment asks its provider, as `MovingMoney` does; a mutant has another way.
interface Asking {
    /// As the service does.
    Asking REAL = new Asking() {};

    /// The key under which the provider is asked.
    ///
    /// @param first whether it is the first try
    default UUID key(Operation operation, boolean first) {
        return operation.key();
    }

    /// What becomes of a try to which no answer came.
    default Reply silence(Memory memory, UUID order) {
        return new Reply(memory.tried(order, true), List.of());
    }

    /// The memory upon which an outcome is concluded.
    default Memory before(Memory memory, UUID order, Outcome outcome) {
        return memory;
    }
}

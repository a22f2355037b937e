package io.orderflow.faults.invariants;

import java.util.List;
import java.util.UUID;

/// Something that should hold and does not.
///
/// @param what   what is wrong, in a sentence without a full stop
/// @param orders of which orders; empty if it is not about orders
public record Violation(String what, List<UUID> orders) {
    private static final int SHOWN = 20;

    /// Copies the list.
    public Violation {
        orders = List.copyOf(orders);
    }

    static Violation of(String what) {
        return new Violation(what, List.of());
    }

    /// For a person; of very many orders the first.
    public String told() {
        if (orders.isEmpty()) {
            return what;
        }
        String first = String.join(
                ", ", orders.stream().limit(SHOWN).map(UUID::toString).toList());
        return what + ": " + first + (orders.size() > SHOWN ? " and " + (orders.size() - SHOWN) + " more" : "");
    }
}

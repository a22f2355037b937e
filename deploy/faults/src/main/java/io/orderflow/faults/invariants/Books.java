package io.orderflow.faults.invariants;

import io.orderflow.faults.load.Accepted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What customers were promised, beside what the services' own databases and the simulators' books say.
///
/// @param accepted what was accepted
/// @param orders   by id, what the order service has
/// @param money    by order, what the payment provider has
/// @param bookings by order, how many shipments the carrier has booked
/// @param stock    by SKU, what inventory has
record Books(
        List<Accepted> accepted,
        Map<UUID, Kept> orders,
        Map<UUID, Moved> money,
        Map<UUID, Integer> bookings,
        Map<String, Stock> stock) {
    /// The statuses of an order that has left the house.
    static final Set<String> SHIPPED = Set.of("SHIPPED", "DELIVERED");

    /// The statuses that stay.
    static final Set<String> ENDS = Set.of("DELIVERED", "FAILED", "CANCELLED");

    /// An order as the order service has it.
    ///
    /// @param key under which it was asked for; empty if the service does not know
    record Kept(String key, String status, BigDecimal total) {
        boolean isShipped() {
            return SHIPPED.contains(status);
        }

        boolean isUndone() {
            return ENDS.contains(status) && !isShipped();
        }
    }

    /// What the provider moved for one order.
    record Moved(int captures, int refunds, BigDecimal captured, BigDecimal refunded) {
        static final Moved NOTHING = new Moved(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /// What there is of a product.
    ///
    /// @param came   pieces that it was listed with, and that came in later
    /// @param onHand pieces that are there
    record Stock(long came, long onHand) {}
}

package io.orderflow.shipping.domain;

import java.util.UUID;

/// What there is to do for a shipment outside: book its carriage, or ask where it is.
public sealed interface Task {
    /// The order whose shipment it is.
    UUID orderId();

    /// Book the carriage.
    ///
    /// @param booking   what to ask the carrier for
    /// @param attempt   which try this is, 1 at first
    /// @param calledOff whether somebody asked for it not to be shipped
    record Book(Booking booking, int attempt, boolean calledOff) implements Task {
        @Override
        public UUID orderId() {
            return booking.orderId();
        }

        /// True while it is certain that the carrier was not asked: then nothing needs to be. Before a
        /// later try nobody knows what the carrier did with an earlier one; only asking again with the
        /// same key tells.
        public boolean isNeverToBeTried() {
            return calledOff && attempt == 1;
        }
    }

    /// Ask the carrier where the goods are.
    ///
    /// @param trackingNumber the carrier's number of them
    record Track(UUID orderId, String trackingNumber) implements Task {}
}

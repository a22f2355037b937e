package io.orderflow.model;

import io.orderflow.events.Money;
import io.orderflow.payment.domain.Operation;
import io.orderflow.payment.domain.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// What is looked at: how many orders there are, what is on the shelf, and what may go wrong.
///
/// @param name     in a word or two
/// @param orders   how many orders are placed, each for one piece
/// @param pieces   how many pieces are on hand
/// @param provider what the payment provider may do
/// @param carriage what the carrier may do
/// @param cancel   the orders that may be cancelled or run into their deadline, by name
/// @param lossy    whether any message may be lost, so that only saying it again helps
record Space(
        String name, int orders, int pieces, Provider provider, Carriage carriage, Set<String> cancel, boolean lossy) {
    /// It is always this moment: no decision depends on the time.
    static final Instant NOW = Instant.parse("2026-03-14T09:26:53.589Z");

    static final String SKU = "MUG-BLUE";
    static final Money PRICE = new Money("EUR", new BigDecimal("12.90"));

    Names names() {
        return new Names(IntStream.rangeClosed(1, orders)
                .mapToObj(number -> new UUID(0x0198_c5a1_7d3e_7000L, 0x8000_0000_0000_0000L + number))
                .toList());
    }

    boolean cancels(String order) {
        return cancel.contains(order);
    }

    /// What the payment provider may do.
    ///
    /// @param declines whether it may decline a card, and refuse the first refund
    /// @param silences whether an answer may be lost, before or after it is in the books
    /// @param givesUp  whether payment may use up its tries of a refund
    record Provider(boolean declines, boolean silences, boolean givesUp) {
        static final Provider EVERYTHING = new Provider(true, true, true);
        static final Provider ANSWERS = new Provider(true, false, false);
        static final Provider CAPTURES = new Provider(false, false, false);

        List<Outcome> answers(Operation operation) {
            return switch (operation) {
                case Operation.Charge _ ->
                    declines
                            ? List.of(new Outcome.Captured("charge"), new Outcome.Declined("card-declined"))
                            : List.of(new Outcome.Captured("charge"));
                case Operation.Refund refund ->
                    declines && refund.sequence() == 1
                            ? List.of(new Outcome.Refunded("refund"), new Outcome.RefundRefused("account-closed"))
                            : List.of(new Outcome.Refunded("refund"));
            };
        }
    }

    /// What the carrier may do.
    ///
    /// @param refuses  whether it may refuse an address
    /// @param silences whether an answer may be lost, before or after it is in the books
    /// @param delivers whether it delivers, or the story ends when the goods have left
    record Carriage(boolean refuses, boolean silences, boolean delivers) {
        static final Carriage EVERYTHING = new Carriage(true, true, true);
        static final Carriage NO_DELIVERY = new Carriage(true, true, false);
        static final Carriage ANSWERS = new Carriage(true, false, false);
        static final Carriage BOOKS = new Carriage(false, false, false);

        List<io.orderflow.shipping.domain.Outcome> answers(String order) {
            var booked = new io.orderflow.shipping.domain.Outcome.Booked("carrier", "T-" + order);
            return refuses
                    ? List.of(booked, new io.orderflow.shipping.domain.Outcome.Refused("address-refused"))
                    : List.of(booked);
        }
    }
}

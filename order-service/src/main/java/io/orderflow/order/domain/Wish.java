package io.orderflow.order.domain;

import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.PaymentMethod;
import io.orderflow.events.StockLine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer asks for, before it has a price. It says nothing about prices: those are the shop's.
///
/// @param shipWithin how long the customer waits for it to be shipped; null for as long as the shop does
public record Wish(
        Customer customer,
        Address shipTo,
        PaymentMethod payment,
        List<StockLine> lines,
        @Nullable Duration shipWithin) {
    /// Copies the lines.
    public Wish {
        lines = List.copyOf(lines);
    }

    /// A wish of somebody who waits as long as the shop does.
    public Wish(Customer customer, Address shipTo, PaymentMethod payment, List<StockLine> lines) {
        this(customer, shipTo, payment, lines, null);
    }
}

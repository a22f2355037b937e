package io.orderflow.order.domain;

import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.PaymentMethod;
import io.orderflow.events.StockLine;
import java.util.List;

/// What a customer asks for, before it has a price. It says nothing about prices: those are the shop's.
public record Wish(Customer customer, Address shipTo, PaymentMethod payment, List<StockLine> lines) {
    /// Copies the lines.
    public Wish {
        lines = List.copyOf(lines);
    }
}

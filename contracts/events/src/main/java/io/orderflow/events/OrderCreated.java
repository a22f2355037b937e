package io.orderflow.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// An order was accepted: priced by the server, stored, and now everyone's to react to.
///
/// @param orderId    the order
/// @param occurredAt when it was accepted
/// @param customer   who ordered
/// @param shipTo     where it goes
/// @param payment    how it is paid
/// @param lines      what was ordered, each SKU once, at least one line
/// @param total      what the customer owes: the sum over the lines
@RoutingKey("v1.order.created")
public record OrderCreated(
        UUID orderId,
        Instant occurredAt,
        @Personal Customer customer,
        @Personal Address shipTo,
        PaymentMethod payment,
        List<OrderLine> lines,
        Money total)
        implements OrderFact, AboutOrder {
    /// Copies the lists, so that a fact stays as it was said.
    public OrderCreated {
        lines = List.copyOf(lines);
    }
}

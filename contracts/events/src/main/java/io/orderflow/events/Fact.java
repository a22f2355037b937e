package io.orderflow.events;

import java.time.Instant;

/// Something that happened and that a service told the others: an event. Facts are immutable, in the past tense, and
/// form a set: any of them may arrive twice, late, or before its cause.
public sealed interface Fact
        permits OrderFact,
                PaymentFact,
                InventoryFact,
                ShippingFact,
                NotificationFact,
                AuditFact,
                AboutOrder,
                AboutProduct {
    /// When it happened, by the clock of the service that says it; milliseconds on the wire.
    Instant occurredAt();

    /// What it is about: the order's id or the product's SKU. Travels as the message's `correlation_id`.
    String subject();
}

package io.orderflow.events;

import java.util.UUID;

/// A fact in the life of one order.
public sealed interface AboutOrder extends Fact
        permits OrderCreated,
                OrderCancellationRequested,
                OrderCancelled,
                OrderFailed,
                PaymentProcessed,
                PaymentFailed,
                PaymentVoided,
                PaymentRefunded,
                PaymentRefundFailed,
                InventoryUpdated,
                InventoryUpdateFailed,
                InventoryReleased,
                OrderShipped,
                OrderDelivered,
                ShippingFailed,
                ShippingCancelled,
                NotificationSent,
                NotificationFailed {
    /// The order's id, which is also the saga's.
    UUID orderId();

    @Override
    default String subject() {
        return orderId().toString();
    }
}

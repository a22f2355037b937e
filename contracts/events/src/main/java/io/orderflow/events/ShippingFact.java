package io.orderflow.events;

/// What the shipping service says.
@SaidBy("shipping")
public sealed interface ShippingFact extends Fact
        permits OrderShipped, OrderDelivered, ShippingFailed, ShippingCancelled {}

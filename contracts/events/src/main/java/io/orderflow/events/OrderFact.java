package io.orderflow.events;

/// What the order service says.
@SaidBy("order")
public sealed interface OrderFact extends Fact
        permits OrderCreated, OrderCancellationRequested, OrderCancelled, OrderFailed {}

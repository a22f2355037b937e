package io.orderflow.events;

/// What the payment service says.
@SaidBy("payment")
public sealed interface PaymentFact extends Fact
        permits PaymentProcessed, PaymentFailed, PaymentVoided, PaymentRefunded, PaymentRefundFailed {}

package io.orderflow.payment.domain;

/// How far an order's payment has come. The state names the one operation that is open, so that a charge and
/// a refund are never under way together.
public enum PaymentState {
    /// Nothing was heard of the order.
    AWAITING_ORDER,
    /// A charge is open: its outcome is not known.
    CHARGING,
    /// The money is captured.
    CAPTURED,
    /// The provider declined the charge: nothing was captured, and nothing will be.
    DECLINED,
    /// The order was called off before the provider was asked: nothing was captured, and nothing will be.
    VOIDED,
    /// A refund is open: its outcome is not known.
    REFUNDING,
    /// The provider does not give the money back: a person has to retry or to settle it.
    REFUND_FAILED,
    /// The money is back with the customer.
    REFUNDED
}

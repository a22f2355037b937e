package io.orderflow.payment.domain;

/// How far an order's payment has come. The state names the one operation that is open, so that a charge and
/// a refund are never under way together.
public enum PaymentState {
    /// Something was heard of the order, but not yet the order itself.
    AWAITING_ORDER,
    /// A charge is open: its outcome is not known.
    CHARGING,
    /// The money is captured.
    CAPTURED,
    /// The provider declined the charge: nothing was captured, and nothing will be.
    DECLINED,
    /// The order had failed before it was heard of: nothing was captured, and nothing will be.
    NEVER_CHARGED,
    /// A refund is open: its outcome is not known.
    REFUNDING,
    /// The money is back with the customer.
    REFUNDED
}

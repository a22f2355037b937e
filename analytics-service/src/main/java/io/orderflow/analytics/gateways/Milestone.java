package io.orderflow.analytics.gateways;

import java.util.Locale;

/// What can happen to an order, once. Each has a column of the saga.
enum Milestone {
    PLACED,
    PAID,
    DEDUCTED,
    SHIPPED,
    DELIVERED,
    CANCELLATION_REQUESTED,
    PAYMENT_FAILED,
    DEDUCTION_FAILED,
    SHIPPING_FAILED,
    SHIPPING_CANCELLED,
    VOIDED,
    REFUND_FAILED,
    REFUNDED,
    RELEASED,
    FAILED,
    CANCELLED;

    /// The column that tells when it happened.
    String column() {
        return name().toLowerCase(Locale.ROOT) + "_at";
    }
}

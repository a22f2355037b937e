package io.orderflow.analytics.gateways;

/// What can happen to an order, once. Each has a column of the saga.
enum Milestone {
    PLACED,
    PAID,
    DEDUCTED,
    SHIPPED,
    PAYMENT_FAILED,
    DEDUCTION_FAILED,
    SHIPPING_FAILED,
    REFUNDED,
    RELEASED,
    FAILED
}

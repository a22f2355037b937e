package io.orderflow.notification.domain;

/// Where a message is on its way to the customer.
public enum State {
    /// Written, but nobody knows yet for whom: the order itself was not heard of.
    WAITING,
    /// To be sent.
    DUE,
    /// Sent.
    SENT,
    /// Given up.
    FAILED
}

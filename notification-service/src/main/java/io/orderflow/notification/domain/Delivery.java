package io.orderflow.notification.domain;

/// What came of sending a message.
public sealed interface Delivery {
    /// It left.
    ///
    /// @param channel `mail` or `inbox`
    record Sent(String channel) implements Delivery {}

    /// It will not be tried again.
    ///
    /// @param reason in one sentence, without personal data
    record GivenUp(String reason) implements Delivery {}
}

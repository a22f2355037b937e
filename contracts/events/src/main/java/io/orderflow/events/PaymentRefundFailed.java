package io.orderflow.events;

import java.time.Instant;
import java.util.UUID;

/// Money has to go back to the customer, and the provider does not do it: a person must retry or settle it. The order
/// stays open until [PaymentRefunded].
///
/// @param orderId    the order
/// @param occurredAt when the last try failed
/// @param amount     what is owed: all that was captured
/// @param reason     why, in kebab-case: `provider-unavailable`, or what the provider says, such as `account-closed`
@RoutingKey("v1.payment.refund-failed")
public record PaymentRefundFailed(UUID orderId, Instant occurredAt, Money amount, String reason)
        implements PaymentFact, AboutOrder {}

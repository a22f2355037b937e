package io.orderflow.analytics.gateways;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the facts amount to. Orders count once each, however often their facts were told.
///
/// @param since         the orders that began, the messages and the events that happened from here on are counted
/// @param orders        how many orders are where
/// @param funnel        how many orders came how far
/// @param revenue       money, by currency
/// @param failures      how many orders failed, by reason
/// @param cancellations how many orders were cancelled, by reason
/// @param openRefunds   for how many orders a refund was given up, so that a person must act
/// @param steps         how long the steps take
/// @param notifications how many messages to customers left
/// @param events        how many events were heard, by type; one that was said anew counts again
public record Summary(
        Instant since,
        Map<SagaStatus, Long> orders,
        Funnel funnel,
        List<Revenue> revenue,
        Map<String, Long> failures,
        Map<String, Long> cancellations,
        long openRefunds,
        Steps steps,
        Mail notifications,
        Map<String, Long> events) {
    /// How many orders came how far.
    public record Funnel(long placed, long paid, long deducted, long shipped, long delivered) {}

    /// Money in one currency.
    ///
    /// @param shipped  the totals of the shipped orders
    /// @param captured what was taken from customers
    /// @param refunded what was given back to them
    public record Revenue(String currency, BigDecimal shipped, BigDecimal captured, BigDecimal refunded) {}

    /// How long the steps take, over all orders that have made them.
    public record Steps(
            Step placedToPaid,
            Step paidToDeducted,
            Step deductedToShipped,
            Step shippedToDelivered,
            Step placedToEnd) {}

    /// How long one step takes, in milliseconds, interpolated between the two nearest; null while no order has made it.
    ///
    /// @param orders how many orders have made it
    public record Step(
            long orders,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /// How many messages to customers left, and how many were given up.
    public record Mail(long sent, long failed) {}
}

package io.orderflow.analytics.gateways;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.EventTypes;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.NotificationFailed;
import io.orderflow.events.NotificationSent;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.PaymentVoided;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What some facts tell of one order, folded. Every part takes the lesser or the greater of what it is told, never the
/// later: so the order of the facts, and a fact told twice, make no difference.
final class Told {
    private final UUID orderId;
    private final Map<Milestone, Instant> milestones = new EnumMap<>(Milestone.class);
    private final Span span = new Span();
    private @Nullable String currency;
    private @Nullable BigDecimal total;
    private @Nullable BigDecimal captured;
    private @Nullable BigDecimal refunded;
    private @Nullable String failureReason;
    private @Nullable String cancellationReason;

    Told(UUID orderId) {
        this.orderId = orderId;
    }

    void fold(AboutOrder fact) {
        Instant at = fact.occurredAt();
        switch (fact) {
            case OrderCreated created -> {
                reached(Milestone.PLACED, at);
                total = greater(total, amount(created.total()));
            }
            case PaymentProcessed processed -> {
                reached(Milestone.PAID, at);
                captured = greater(captured, amount(processed.amount()));
            }
            case PaymentRefunded back -> {
                reached(Milestone.REFUNDED, at);
                refunded = greater(refunded, amount(back.amount()));
            }
            case PaymentFailed failed -> {
                reached(Milestone.PAYMENT_FAILED, at);
                failedFor(failed.reason());
            }
            case InventoryUpdateFailed failed -> {
                reached(Milestone.DEDUCTION_FAILED, at);
                failedFor(failed.reason());
            }
            case ShippingFailed failed -> {
                reached(Milestone.SHIPPING_FAILED, at);
                failedFor(failed.reason());
            }
            case OrderFailed failed -> {
                reached(Milestone.FAILED, at);
                failedFor(failed.reason());
            }
            case ShippingCancelled cancelled -> {
                reached(Milestone.SHIPPING_CANCELLED, at);
                cancelledFor(cancelled.reason());
            }
            case OrderCancelled cancelled -> {
                reached(Milestone.CANCELLED, at);
                cancelledFor(cancelled.reason());
            }
            case OrderCancellationRequested _ -> reached(Milestone.CANCELLATION_REQUESTED, at);
            case PaymentVoided _ -> reached(Milestone.VOIDED, at);
            case PaymentRefundFailed _ -> reached(Milestone.REFUND_FAILED, at);
            case InventoryUpdated _ -> reached(Milestone.DEDUCTED, at);
            case InventoryReleased _ -> reached(Milestone.RELEASED, at);
            case OrderShipped _ -> reached(Milestone.SHIPPED, at);
            case OrderDelivered _ -> reached(Milestone.DELIVERED, at);
            case NotificationSent _, NotificationFailed _ -> {}
        }
        span.happened(at, EventTypes.keyOf(fact.getClass()));
    }

    private void reached(Milestone milestone, Instant at) {
        milestones.merge(milestone, at, Told::lesser);
    }

    private BigDecimal amount(Money money) {
        currency = lesser(currency, money.currency());
        return money.amount();
    }

    /// An order fails for one reason, which the order's own end repeats.
    private void failedFor(String reason) {
        failureReason = lesser(failureReason, reason);
    }

    /// A request that shipping refuses is no cancellation: the reason is that of shipping's word, and of the end.
    private void cancelledFor(String reason) {
        cancellationReason = lesser(cancellationReason, reason);
    }

    private static <V extends Comparable<V>> V lesser(@Nullable V one, V other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }

    private static BigDecimal greater(@Nullable BigDecimal one, BigDecimal other) {
        return one == null ? other : one.max(other);
    }

    UUID orderId() {
        return orderId;
    }

    @Nullable
    Instant at(Milestone milestone) {
        return milestones.get(milestone);
    }

    @Nullable
    String currency() {
        return currency;
    }

    @Nullable
    BigDecimal total() {
        return total;
    }

    @Nullable
    BigDecimal captured() {
        return captured;
    }

    @Nullable
    BigDecimal refunded() {
        return refunded;
    }

    @Nullable
    String failureReason() {
        return failureReason;
    }

    @Nullable
    String cancellationReason() {
        return cancellationReason;
    }

    Span span() {
        return span;
    }
}

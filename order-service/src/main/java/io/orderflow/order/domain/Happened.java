package io.orderflow.order.domain;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.NotificationFailed;
import io.orderflow.events.NotificationSent;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderFact;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.PaymentVoided;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can have happened to an order. An order keeps the set of what it has heard; the letters are how the set is
/// kept in its row.
public enum Happened {
    CREATED("c"),
    PAID("p"),
    PAYMENT_FAILED("P"),
    VOIDED("v"),
    DEDUCTED("d"),
    DEDUCTION_FAILED("D"),
    SHIPPED("s"),
    DELIVERED("e"),
    SHIPPING_FAILED("S"),
    SHIPPING_CANCELLED("X"),
    REFUNDED("r"),
    REFUND_FAILED("R"),
    RELEASED("l"),
    CANCELLATION_REQUESTED("x");

    private final String letter;

    Happened(String letter) {
        this.letter = letter;
    }

    String letter() {
        return letter;
    }

    /// What a fact of the others means for an order; empty for what changes nothing here: an order's own facts, which
    /// it knows before they are said, and what customers were told.
    public static Optional<Happened> of(AboutOrder fact) {
        return switch (fact) {
            case PaymentProcessed _ -> Optional.of(PAID);
            case PaymentFailed _ -> Optional.of(PAYMENT_FAILED);
            case PaymentVoided _ -> Optional.of(VOIDED);
            case PaymentRefunded _ -> Optional.of(REFUNDED);
            case PaymentRefundFailed _ -> Optional.of(REFUND_FAILED);
            case InventoryUpdated _ -> Optional.of(DEDUCTED);
            case InventoryUpdateFailed _ -> Optional.of(DEDUCTION_FAILED);
            case InventoryReleased _ -> Optional.of(RELEASED);
            case OrderShipped _ -> Optional.of(SHIPPED);
            case OrderDelivered _ -> Optional.of(DELIVERED);
            case ShippingFailed _ -> Optional.of(SHIPPING_FAILED);
            case ShippingCancelled _ -> Optional.of(SHIPPING_CANCELLED);
            case OrderCreated _, OrderCancellationRequested _, OrderCancelled _, OrderFailed _ -> Optional.empty();
            case NotificationSent _, NotificationFailed _ -> Optional.empty();
        };
    }

    /// Why the order cannot be kept, if the fact says so; otherwise null.
    static @Nullable String failure(AboutOrder fact) {
        return switch (fact) {
            case PaymentFailed failed -> failed.reason();
            case InventoryUpdateFailed failed -> failed.reason();
            case ShippingFailed failed -> failed.reason();
            case OrderFact _, NotificationSent _, NotificationFailed _ -> null;
            case PaymentProcessed _, PaymentVoided _, PaymentRefunded _, PaymentRefundFailed _ -> null;
            case InventoryUpdated _, InventoryReleased _ -> null;
            case OrderShipped _, OrderDelivered _, ShippingCancelled _ -> null;
        };
    }
}

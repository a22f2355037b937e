package io.orderflow.order.domain;

import io.orderflow.events.AboutOrder;
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
import io.orderflow.events.Shortage;
import java.util.stream.Collectors;

/// What an event means, in one sentence for the customer's eyes.
public final class Sentences {
    private Sentences() {}

    /// The sentence.
    ///
    /// @throws IllegalArgumentException for what no timeline tells: that a message was sent
    public static String of(AboutOrder what) {
        return switch (what) {
            case OrderCreated fact -> "Your order over " + money(fact.total()) + " was accepted.";
            case OrderCancellationRequested fact -> asked(fact.reason());
            case OrderCancelled fact -> "The order was cancelled (" + words(fact.reason()) + "); nothing is owed.";
            case OrderFailed fact ->
                "The order has ended without delivery (" + words(fact.reason()) + "); nothing is owed.";
            case PaymentProcessed fact -> money(fact.amount()) + " was paid.";
            case PaymentFailed fact -> "The payment failed: " + words(fact.reason()) + ". Nothing was charged.";
            case PaymentVoided _ -> "Nothing was charged, and nothing will be.";
            case PaymentRefunded fact -> money(fact.amount()) + " was given back.";
            case PaymentRefundFailed fact ->
                money(fact.amount()) + " could not be given back yet (" + words(fact.reason())
                        + "); people are seeing to it.";
            case InventoryUpdated _ -> "The goods are set aside for you.";
            case InventoryUpdateFailed fact -> "Not everything is in stock: " + shortages(fact) + ".";
            case InventoryReleased fact ->
                fact.lines().isEmpty() ? "No goods are set aside for you." : "The goods are back in stock.";
            case OrderShipped fact ->
                "Shipped with " + fact.carrier() + ", tracking number " + fact.trackingNumber() + ".";
            case OrderDelivered fact -> "Delivered by " + fact.carrier() + ".";
            case ShippingFailed fact -> "It could not be shipped: " + words(fact.reason()) + ".";
            case ShippingCancelled _ -> "It will not be shipped.";
            case NotificationSent _, NotificationFailed _ -> throw new IllegalArgumentException("no timeline tells it");
        };
    }

    /// That a request to cancel could not be met.
    static String tooLate(Cancellation asked) {
        return asked.requestedBecause().equals(Cancellation.BY_CUSTOMER)
                ? "Your cancellation came too late: it was shipped already."
                : "The cancellation came too late: it was shipped already.";
    }

    private static String asked(String reason) {
        return switch (reason) {
            case Cancellation.BY_CUSTOMER -> "You asked to cancel the order.";
            case Cancellation.BY_OPERATOR -> "The shop asked to cancel the order.";
            case Cancellation.DEADLINE_PASSED -> "It was not shipped in time, and is to be cancelled.";
            default -> "It is to be cancelled: " + words(reason) + ".";
        };
    }

    private static String shortages(InventoryUpdateFailed fact) {
        return fact.shortages().stream().map(Sentences::of).collect(Collectors.joining(", "));
    }

    private static String of(Shortage shortage) {
        return shortage.requested() + " of " + shortage.sku() + " ordered, " + shortage.available() + " there";
    }

    private static String money(Money money) {
        return money.currency() + " " + money.amount().toPlainString();
    }

    private static String words(String kebab) {
        return kebab.replace('-', ' ');
    }
}

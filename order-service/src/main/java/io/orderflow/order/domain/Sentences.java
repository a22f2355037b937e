package io.orderflow.order.domain;

import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.ShippingFailed;
import io.orderflow.events.Shortage;
import java.util.stream.Collectors;

/// What an event means, in one sentence for the customer's eyes.
public final class Sentences {
    private Sentences() {}

    public static String of(OrderCreated fact) {
        return "Your order over " + money(fact.total()) + " was accepted.";
    }

    public static String of(PaymentProcessed fact) {
        return money(fact.amount()) + " was paid.";
    }

    public static String of(PaymentFailed fact) {
        return "The payment failed: " + words(fact.reason()) + ". Nothing was charged.";
    }

    public static String of(PaymentRefunded fact) {
        return money(fact.amount()) + " was given back.";
    }

    public static String of(InventoryUpdated fact) {
        return "The goods are set aside for you.";
    }

    public static String of(InventoryUpdateFailed fact) {
        return "Not everything is in stock: "
                + fact.shortages().stream().map(Sentences::of).collect(Collectors.joining(", "))
                + ".";
    }

    public static String of(InventoryReleased fact) {
        return fact.lines().isEmpty() ? "No goods are set aside for you." : "The goods are back in stock.";
    }

    public static String of(OrderShipped fact) {
        return "Shipped with " + fact.carrier() + ", tracking number " + fact.trackingNumber() + ".";
    }

    public static String of(ShippingFailed fact) {
        return "It could not be shipped: " + words(fact.reason()) + ".";
    }

    public static String of(OrderFailed fact) {
        return "The order has ended without delivery (" + words(fact.reason()) + "); nothing is owed.";
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

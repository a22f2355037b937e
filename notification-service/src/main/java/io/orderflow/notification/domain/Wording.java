package io.orderflow.notification.domain;

import io.orderflow.events.Money;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/// How money and reasons are put to a customer, in English.
final class Wording {
    private Wording() {}

    /// Money with its symbol, where it has one that everyone knows, otherwise with its code: `€25.80`, `CHF 25.80`.
    static String of(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.ENGLISH);
        format.setCurrency(Currency.getInstance(money.currency()));
        format.setMinimumFractionDigits(money.amount().scale());
        format.setMaximumFractionDigits(money.amount().scale());
        return format.format(money.amount()).replaceFirst("^([A-Z]{3})\\h*", "$1 ");
    }

    /// That an order is cancelled and for whose sake, as the first sentence of a letter.
    static String cancelled(String reason) {
        return switch (reason) {
            case "requested-by-customer" -> "your order is cancelled, as you asked.";
            case "requested-by-operator" -> "we are sorry: we had to cancel your order.";
            case "deadline-passed" -> "we are sorry: it took us too long to ship your order, so we cancelled it.";
            default -> "your order is cancelled.";
        };
    }

    /// A reason of an event as part of a sentence.
    static String why(String reason) {
        return switch (reason) {
            case "card-declined" -> "your bank declined the card";
            case "insufficient-funds" -> "there was not enough money on the card";
            case "unknown-token" -> "the card was not recognised";
            case "out-of-stock" -> "not everything that you ordered is in stock";
            case "unknown-product" -> "something that you ordered is no longer sold";
            case "address-refused" -> "the carrier does not accept the address";
            default -> "something went wrong on our side";
        };
    }
}

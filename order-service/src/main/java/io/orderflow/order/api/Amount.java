package io.orderflow.order.api;

import io.orderflow.events.Money;

/// Money as it is shown: the amount is a decimal string.
record Amount(String currency, String amount) {
    static Amount of(Money money) {
        return new Amount(money.currency(), money.amount().toPlainString());
    }
}

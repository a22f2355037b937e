package io.orderflow.inventory.api;

import io.orderflow.events.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A price as the operator writes it: an ISO 4217 code, and a decimal string with the decimals that the currency has.
///
/// @param currency for example `EUR`
/// @param amount   for example `12.90`
@InItsCurrency
record Price(@Nullable String currency, @Nullable String amount) {
    /// The money it stands for.
    ///
    /// @throws IllegalArgumentException if it was not validated
    Money toMoney() {
        if (currency == null || amount == null) {
            throw new IllegalArgumentException("a price has a currency and an amount");
        }
        return new Money(currency, new BigDecimal(amount));
    }

    static Price of(Money money) {
        return new Price(money.currency(), money.amount().toPlainString());
    }
}

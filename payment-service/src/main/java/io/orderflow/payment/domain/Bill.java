package io.orderflow.payment.domain;

import io.orderflow.events.Money;
import io.orderflow.events.OrderCreated;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;

/// What an order costs, and the card that pays for it.
///
/// @param token the provider's token of the card
@Embeddable
record Bill(String currency, BigDecimal amount, String token) {
    static Bill of(OrderCreated order) {
        return new Bill(
                order.total().currency(),
                order.total().amount(),
                order.payment().token());
    }

    Operation.Charge charge(UUID orderId) {
        return new Operation.Charge(orderId, total(), token);
    }

    Money total() {
        return new Money(currency, amount);
    }
}

package io.orderflow.order.domain;

import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderLine;
import io.orderflow.events.PaymentMethod;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What was ordered, by whom and where to, at which price, and how it is paid. It never changes.
@Embeddable
record Terms(
        String customerName,
        String customerEmail,
        String shipToName,
        String shipToStreet,
        String shipToCity,
        String shipToPostalCode,
        String shipToCountry,
        String paymentToken,
        @Convert(converter = LinesAsText.class) List<OrderLine> lines,
        String currency,
        BigDecimal total) {
    /// Copies the lines.
    Terms {
        lines = List.copyOf(lines);
    }

    static Terms of(Wish wish, List<OrderLine> priced) {
        Address to = wish.shipTo();
        Money sum = PriceList.total(priced);
        return new Terms(
                wish.customer().name(),
                wish.customer().email(),
                to.name(),
                to.street(),
                to.city(),
                to.postalCode(),
                to.country(),
                wish.payment().token(),
                priced,
                sum.currency(),
                sum.amount());
    }

    Money sum() {
        return new Money(currency, total);
    }

    /// The order as everyone else hears of it.
    OrderCreated created(UUID orderId, Instant placedAt) {
        return new OrderCreated(
                orderId,
                placedAt,
                new Customer(customerName, customerEmail),
                new Address(shipToName, shipToStreet, shipToCity, shipToPostalCode, shipToCountry),
                new PaymentMethod(paymentToken),
                lines,
                sum());
    }

    /// Tells nothing about the person, wherever it may be written to.
    @Override
    public String toString() {
        return "Terms";
    }
}

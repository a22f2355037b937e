package io.orderflow.payment.domain;

import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderLine;
import io.orderflow.events.PaymentMethod;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import io.orderflow.events.Shortage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Payments and facts to begin a claim with.
public final class PaymentFixtures {
    public static final UUID ORDER = UUID.fromString("0198c5a1-0000-7000-8000-000000000001");
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    public static final Money TOTAL = new Money("EUR", new BigDecimal("25.80"));

    private PaymentFixtures() {}

    static OrderCreated orderCreated() {
        return orderCreated(ORDER, "tok_approved");
    }

    public static OrderCreated orderCreated(UUID orderId, String token) {
        return new OrderCreated(
                orderId,
                NOW,
                new Customer("Ada Lovelace", "ada@example.org"),
                new Address("Ada Lovelace", "12 St James's Square", "London", "SW1Y 4JH", "GB"),
                new PaymentMethod(token),
                List.of(new OrderLine("MUG-BLUE", 2, new Money("EUR", new BigDecimal("12.90")))),
                TOTAL);
    }

    static InventoryUpdateFailed outOfStock() {
        return outOfStock(ORDER);
    }

    public static InventoryUpdateFailed outOfStock(UUID orderId) {
        return new InventoryUpdateFailed(orderId, NOW, "out-of-stock", List.of(new Shortage("MUG-BLUE", 2, 1)));
    }

    static ShippingFailed shippingFailed() {
        return shippingFailed(ORDER);
    }

    public static ShippingFailed shippingFailed(UUID orderId) {
        return new ShippingFailed(orderId, NOW, "address-refused");
    }

    static ShippingCancelled shippingCancelled() {
        return shippingCancelled(ORDER);
    }

    public static ShippingCancelled shippingCancelled(UUID orderId) {
        return new ShippingCancelled(orderId, NOW, "requested-by-customer");
    }

    static Payment aChargingPayment() {
        var payment = new Payment(ORDER);
        payment.hear(orderCreated(), "cause", NOW);
        return payment;
    }

    static Payment aCapturedPayment() {
        var payment = aChargingPayment();
        payment.conclude(new Outcome.Captured("ch_1"), NOW);
        return payment;
    }

    static Payment aRefundingPayment() {
        var payment = aCapturedPayment();
        payment.hear(outOfStock(), "cause", NOW);
        return payment;
    }
}

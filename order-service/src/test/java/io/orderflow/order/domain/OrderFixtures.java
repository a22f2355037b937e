package io.orderflow.order.domain;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderLine;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentMethod;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.PaymentVoided;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import io.orderflow.events.Shortage;
import io.orderflow.events.StockLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What the tests of the domain place and expect.
final class OrderFixtures {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");
    static final UUID ORDER = UUID.fromString("0198c5a1-0000-7000-8000-000000000001");
    static final Customer ADA = new Customer("Ada Lovelace", "ada@example.org");
    static final Address LONDON = new Address("Ada Lovelace", "12 St James's Square", "London", "SW1Y 4JH", "GB");
    static final PaymentMethod CARD = new PaymentMethod("tok_approved");

    static final Patience PATIENCE = new Patience(
            Duration.ofMinutes(15), List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10)));

    private OrderFixtures() {}

    static Money euros(String amount) {
        return new Money("EUR", new BigDecimal(amount));
    }

    static Wish aWish(StockLine... lines) {
        return new Wish(ADA, LONDON, CARD, List.of(lines));
    }

    static Order anOrder() {
        return new Order(
                ORDER,
                "token",
                aWish(new StockLine("MUG-BLUE", 2)),
                List.of(new OrderLine("MUG-BLUE", 2, euros("12.90"))),
                PATIENCE,
                NOW);
    }

    /// An order that has heard these, one after the other.
    static Order anOrder(Happened... heard) {
        Order order = anOrder();
        for (Happened one : heard) {
            order.hear(fact(one), NOW);
        }
        return order;
    }

    /// The fact by which that is heard.
    static AboutOrder fact(Happened what) {
        Money total = euros("25.80");
        return switch (what) {
            case PAID -> new PaymentProcessed(ORDER, NOW, total, "ch_1");
            case PAYMENT_FAILED -> new PaymentFailed(ORDER, NOW, total, "card-declined");
            case VOIDED -> new PaymentVoided(ORDER, NOW, "requested-by-customer");
            case REFUNDED -> new PaymentRefunded(ORDER, NOW, total, "out-of-stock", "re_1");
            case REFUND_FAILED -> new PaymentRefundFailed(ORDER, NOW, total, "account-closed");
            case DEDUCTED -> new InventoryUpdated(ORDER, NOW, List.of(new StockLine("MUG-BLUE", 2)));
            case DEDUCTION_FAILED ->
                new InventoryUpdateFailed(ORDER, NOW, "out-of-stock", List.of(new Shortage("MUG-BLUE", 2, 1)));
            case RELEASED -> new InventoryReleased(ORDER, NOW, List.of());
            case SHIPPED -> new OrderShipped(ORDER, NOW, "PostHorn", "PH-1");
            case DELIVERED -> new OrderDelivered(ORDER, NOW, "PostHorn", "PH-1");
            case SHIPPING_FAILED -> new ShippingFailed(ORDER, NOW, "address-refused");
            case SHIPPING_CANCELLED -> new ShippingCancelled(ORDER, NOW, "requested-by-customer");
            case CREATED -> anOrder().created();
            case CANCELLATION_REQUESTED -> new OrderCancellationRequested(ORDER, NOW, "requested-by-customer");
        };
    }
}

package io.orderflow.analytics;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.NotificationFailed;
import io.orderflow.events.NotificationSent;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderLine;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentMethod;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.ShippingFailed;
import io.orderflow.events.Shortage;
import io.orderflow.events.StockLine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The ways an order can go, each with its facts in the order in which they happen, one step apart.
public enum Story {
    SHIPPED("SHIPPED"),
    DECLINED("FAILED"),
    OUT_OF_STOCK("FAILED"),
    ADDRESS_REFUSED("FAILED");

    public static final Money TOTAL = new Money("EUR", new BigDecimal("25.80"));
    private static final List<StockLine> GOODS = List.of(new StockLine("MUG-BLUE", 2));

    private final String end;

    Story(String end) {
        this.end = end;
    }

    /// The status at the end.
    public String end() {
        return end;
    }

    public List<AboutOrder> of(UUID order, Instant placed, Duration step) {
        return of(order, placed, step, TOTAL);
    }

    /// The last two facts of an order whose address was refused happen in the same millisecond.
    public List<AboutOrder> of(UUID order, Instant placed, Duration step, Money total) {
        Instant second = placed.plus(step);
        Instant third = second.plus(step);
        Instant fourth = third.plus(step);
        Instant fifth = fourth.plus(step);
        var created = created(order, placed, total);
        var paid = new PaymentProcessed(order, second, total, "ch_1");
        return switch (this) {
            case SHIPPED ->
                List.of(
                        created,
                        paid,
                        new InventoryUpdated(order, third, GOODS),
                        new OrderShipped(order, fourth, "Carrier", "T1"),
                        new NotificationSent(order, fifth, mail(order), "v1.order.shipped", "inbox"));
            case DECLINED ->
                List.of(
                        created,
                        new PaymentFailed(order, second, total, "card-declined"),
                        new OrderFailed(order, third, "card-declined"),
                        new NotificationFailed(order, fourth, mail(order), "v1.order.failed", "The mailbox is full."));
            case OUT_OF_STOCK ->
                List.of(
                        created,
                        paid,
                        new InventoryUpdateFailed(
                                order, third, "out-of-stock", List.of(new Shortage("MUG-BLUE", 2, 1))),
                        new PaymentRefunded(order, fourth, total, "out-of-stock", "re_1"),
                        new OrderFailed(order, fifth, "out-of-stock"));
            case ADDRESS_REFUSED ->
                List.of(
                        created,
                        paid,
                        new InventoryUpdated(order, third, GOODS),
                        new ShippingFailed(order, fourth, "address-refused"),
                        new PaymentRefunded(order, fifth, total, "address-refused", "re_1"),
                        new InventoryReleased(order, fifth.plus(step), GOODS),
                        new OrderFailed(order, fifth.plus(step), "address-refused"));
        };
    }

    public static OrderCreated created(UUID order, Instant at, Money total) {
        return new OrderCreated(
                order,
                at,
                new Customer("Ada Lovelace", "ada@example.org"),
                new Address("Ada Lovelace", "12 St James's Square", "London", "SW1Y 4JH", "GB"),
                new PaymentMethod("tok_approved"),
                List.of(new OrderLine("MUG-BLUE", 2, new Money("EUR", new BigDecimal("12.90")))),
                total);
    }

    private static UUID mail(UUID order) {
        return UUID.nameUUIDFromBytes(order.toString().getBytes(StandardCharsets.UTF_8));
    }
}

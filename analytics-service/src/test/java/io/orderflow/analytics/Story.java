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
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderFailed;
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
    ADDRESS_REFUSED("FAILED"),
    DELIVERED("DELIVERED"),
    CANCELLED("CANCELLED"),
    CANCELLED_AT_ONCE("CANCELLED"),
    CANCELLED_TOO_LATE("DELIVERED"),
    REFUND_REFUSED("FAILED");

    public static final Money TOTAL = new Money("EUR", new BigDecimal("25.80"));
    private static final String BY_CUSTOMER = "requested-by-customer";
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

    /// Where an obligation is settled last, the end happens in the same millisecond.
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
            case DELIVERED ->
                List.of(
                        created,
                        paid,
                        new InventoryUpdated(order, third, GOODS),
                        new OrderShipped(order, fourth, "Carrier", "T1"),
                        new OrderDelivered(order, fifth, "Carrier", "T1"),
                        new NotificationSent(order, fifth.plus(step), mail(order), "v1.order.delivered", "inbox"));
            case CANCELLED ->
                List.of(
                        created,
                        paid,
                        new OrderCancellationRequested(order, third, BY_CUSTOMER),
                        new ShippingCancelled(order, fourth, BY_CUSTOMER),
                        new PaymentRefunded(order, fifth, total, BY_CUSTOMER, "re_1"),
                        new InventoryReleased(order, fifth.plus(step), List.of()),
                        new OrderCancelled(order, fifth.plus(step), BY_CUSTOMER));
            case CANCELLED_AT_ONCE ->
                List.of(
                        created,
                        new OrderCancellationRequested(order, second, BY_CUSTOMER),
                        new ShippingCancelled(order, third, BY_CUSTOMER),
                        new PaymentVoided(order, fourth, BY_CUSTOMER),
                        new InventoryReleased(order, fifth, List.of()),
                        new OrderCancelled(order, fifth, BY_CUSTOMER));
            case CANCELLED_TOO_LATE ->
                List.of(
                        created,
                        paid,
                        new InventoryUpdated(order, third, GOODS),
                        new OrderCancellationRequested(order, third, BY_CUSTOMER),
                        new OrderShipped(order, fourth, "Carrier", "T1"),
                        new OrderDelivered(order, fifth, "Carrier", "T1"));
            case REFUND_REFUSED ->
                List.of(
                        created,
                        paid,
                        new InventoryUpdateFailed(
                                order, third, "out-of-stock", List.of(new Shortage("MUG-BLUE", 2, 1))),
                        new PaymentRefundFailed(order, fourth, total, "account-closed"),
                        new PaymentRefunded(order, fifth, total, "out-of-stock", "re_1"),
                        new OrderFailed(order, fifth, "out-of-stock"));
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

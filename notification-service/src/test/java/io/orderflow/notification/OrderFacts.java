package io.orderflow.notification;

import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What may happen to an order.
///
/// @param order the order
/// @param email its customer's
public record OrderFacts(UUID order, String email) {
    /// The reason of a wish of the customer's own.
    public static final String BY_CUSTOMER = "requested-by-customer";

    /// When its life began; each further event happens some seconds after it.
    public static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    /// Of a new order of Ada's.
    public static OrderFacts ofAda() {
        return new OrderFacts(UUID.randomUUID(), "ada@example.org");
    }

    /// Accepted.
    public OrderCreated created() {
        return new OrderCreated(
                order,
                AT,
                new Customer("Ada Lovelace", email),
                new Address("Ada Lovelace", "12 St James's Square", "London", "SW1Y 4JH", "GB"),
                new PaymentMethod("tok_approved"),
                List.of(new OrderLine("MUG-BLUE", 2, euros("12.90")), new OrderLine("TEE<S>", 1, euros("1999.00"))),
                euros("2024.80"));
    }

    /// Paid.
    public PaymentProcessed paid() {
        return new PaymentProcessed(order, AT.plusSeconds(1), euros("2024.80"), "ch_1");
    }

    /// Not paid.
    public PaymentFailed declined() {
        return new PaymentFailed(order, AT.plusSeconds(1), euros("2024.80"), "card-declined");
    }

    /// Not in stock.
    public InventoryUpdateFailed outOfStock() {
        return new InventoryUpdateFailed(
                order, AT.plusSeconds(2), "out-of-stock", List.of(new Shortage("MUG-BLUE", 2, 1)));
    }

    /// On its way.
    public OrderShipped shipped() {
        return new OrderShipped(order, AT.plusSeconds(3), "Sunny Parcels", "SP-0042");
    }

    /// Not to be shipped.
    public ShippingFailed notShipped() {
        return new ShippingFailed(order, AT.plusSeconds(3), "address-refused");
    }

    /// Paid back.
    public PaymentRefunded refunded() {
        return new PaymentRefunded(order, AT.plusSeconds(4), euros("2024.80"), "out-of-stock", "re_1");
    }

    /// Ended.
    public OrderFailed failed() {
        return new OrderFailed(order, AT.plusSeconds(5), "out-of-stock");
    }

    /// Arrived.
    public OrderDelivered delivered() {
        return new OrderDelivered(order, AT.plusSeconds(6), "Sunny Parcels", "SP-0042");
    }

    /// Wished not to be shipped, two seconds after it is paid.
    ///
    /// @param reason who wished it
    public OrderCancellationRequested cancellationRequested(String reason) {
        return new OrderCancellationRequested(order, AT.plusSeconds(3), reason);
    }

    /// Never to be shipped, because it was wished so in time.
    public ShippingCancelled shippingCancelled() {
        return new ShippingCancelled(order, AT.plusSeconds(4), BY_CUSTOMER);
    }

    /// Ended by a wish.
    ///
    /// @param reason who wished it
    public OrderCancelled cancelled(String reason) {
        return new OrderCancelled(order, AT.plusSeconds(5), reason);
    }

    /// Paid back because of a wish.
    public PaymentRefunded refundedAsWished() {
        return new PaymentRefunded(order, AT.plusSeconds(4), euros("2024.80"), BY_CUSTOMER, "re_1");
    }

    /// Never charged.
    public PaymentVoided voided() {
        return new PaymentVoided(order, AT.plusSeconds(4), BY_CUSTOMER);
    }

    /// Not paid back yet.
    public PaymentRefundFailed refundFailed() {
        return new PaymentRefundFailed(order, AT.plusSeconds(4), euros("2024.80"), "provider-unavailable");
    }

    /// Taken from the stock.
    public InventoryUpdated deducted() {
        return new InventoryUpdated(order, AT.plusSeconds(2), List.of());
    }

    /// Back in stock.
    public InventoryReleased released() {
        return new InventoryReleased(order, AT.plusSeconds(4), List.of());
    }

    private static Money euros(String amount) {
        return new Money("EUR", new BigDecimal(amount));
    }
}

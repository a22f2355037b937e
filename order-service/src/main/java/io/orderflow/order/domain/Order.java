package io.orderflow.order.domain;

import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderLine;
import io.orderflow.events.PaymentMethod;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order: what was ordered, by whom, at which price, and the set of what has happened to it since. Its status
/// follows from that set, its end is said once, and the first reason why it failed stays.
@Entity
@Table(name = "orders")
public class Order {
    @Id
    private UUID orderId;

    private String accessToken;
    private String customerName;
    private String customerEmail;
    private String shipToName;
    private String shipToStreet;
    private String shipToCity;
    private String shipToPostalCode;
    private String shipToCountry;
    private String paymentToken;

    @Convert(converter = LinesAsText.class)
    private List<OrderLine> lines;

    private String currency;
    private BigDecimal total;
    private Instant placedAt;

    @Convert(converter = HappenedAsText.class)
    private Set<Happened> happened;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private @Nullable String reason;
    private @Nullable Instant failedAt;

    /// How many entries its timeline has.
    private int entries;

    protected Order() {}

    /// Accepts an order.
    ///
    /// @param accessToken whoever holds it may see the order
    /// @param now         to the millisecond
    public Order(UUID orderId, String accessToken, Wish wish, List<OrderLine> pricedLines, Instant now) {
        this.orderId = orderId;
        this.accessToken = accessToken;
        this.customerName = wish.customer().name();
        this.customerEmail = wish.customer().email();
        this.shipToName = wish.shipTo().name();
        this.shipToStreet = wish.shipTo().street();
        this.shipToCity = wish.shipTo().city();
        this.shipToPostalCode = wish.shipTo().postalCode();
        this.shipToCountry = wish.shipTo().country();
        this.paymentToken = wish.payment().token();
        this.lines = List.copyOf(pricedLines);
        Money sum = PriceList.total(pricedLines);
        this.currency = sum.currency();
        this.total = sum.amount();
        this.placedAt = now;
        this.happened = EnumSet.of(Happened.CREATED);
        this.status = OrderStatus.PENDING;
    }

    /// The order as everyone else hears of it.
    public OrderCreated created() {
        return new OrderCreated(
                orderId,
                placedAt,
                new Customer(customerName, customerEmail),
                new Address(shipToName, shipToStreet, shipToCity, shipToPostalCode, shipToCountry),
                new PaymentMethod(paymentToken),
                lines,
                total());
    }

    /// Hears that something happened, and says what follows: its failure, once, when nothing is owed any more.
    ///
    /// @param why the reason, if it is a failure; kept if it is the first
    /// @param now to the millisecond
    public Optional<OrderFailed> hear(Happened what, @Nullable String why, Instant now) {
        var more = EnumSet.copyOf(happened);
        if (more.add(what)) { // a new set, so that the row is written only if something is new
            happened = more;
        }
        if (why != null && reason == null) {
            reason = why;
        }
        status = OrderStatus.of(happened);
        if (status == OrderStatus.FAILED && failedAt == null) {
            failedAt = now;
            return Optional.of(new OrderFailed(orderId, now, Objects.requireNonNull(reason)));
        }
        return Optional.empty();
    }

    /// True if that is known to have happened: heard again, it changes nothing.
    public boolean hasHeard(Happened what) {
        return happened.contains(what);
    }

    /// The number of the next entry of its timeline, from 1.
    public int nextEntry() {
        return ++entries;
    }

    /// What is still owed because it failed.
    public Set<Obligation> owed() {
        return OrderStatus.owed(happened);
    }

    public UUID orderId() {
        return orderId;
    }

    public String accessToken() {
        return accessToken;
    }

    public OrderStatus status() {
        return status;
    }

    public List<OrderLine> lines() {
        return lines;
    }

    public Money total() {
        return new Money(currency, total);
    }

    public Instant placedAt() {
        return placedAt;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable Instant failedAt() {
        return failedAt;
    }
}

package io.orderflow.inventory.domain;

import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.InventoryFact;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderLine;
import io.orderflow.events.PaymentMethod;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// A stock in memory, with the orders that take from it, and all that was said.
public final class Stockroom implements Shelves {
    /// The present.
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.000Z");
    static final Money PRICE = new Money("EUR", new BigDecimal("12.90"));

    final Map<String, Product> products = new TreeMap<>();
    final Map<UUID, Deduction> deductions = new HashMap<>();
    final List<InventoryFact> said = new ArrayList<>();
    private Instant now = NOW;

    static Stockroom with(String sku, int onHand) {
        return new Stockroom().and(sku, onHand);
    }

    Stockroom and(String sku, int onHand) {
        products.put(sku, new Product(sku, "A " + sku, PRICE, onHand));
        return this;
    }

    @Override
    public Optional<Product> product(String sku) {
        return Optional.ofNullable(products.get(sku));
    }

    List<InventoryFact> created(UUID order, OrderLine... lines) {
        return saying(of(order).hear(orderOf(order, lines), this, now));
    }

    List<InventoryFact> paid(UUID order) {
        return saying(of(order).hear(payment(order), this, now));
    }

    List<InventoryFact> shippingFailed(UUID order) {
        return saying(of(order).hear(failure(order), this, now));
    }

    List<InventoryFact> shippingCancelled(UUID order) {
        return saying(of(order).hear(cancellation(order), this, now));
    }

    /// Time goes by: what is said from here on is said later.
    void later() {
        now = now.plusSeconds(1);
    }

    long onHand(String sku) {
        return product(sku).orElseThrow().onHand();
    }

    long held(String sku) {
        return deductions.values().stream()
                .flatMap(deduction -> deduction.held().stream())
                .filter(line -> line.sku().equals(sku))
                .mapToLong(line -> line.quantity())
                .sum();
    }

    Deduction of(UUID order) {
        return deductions.computeIfAbsent(order, id -> new Deduction(id));
    }

    private List<InventoryFact> saying(List<InventoryFact> facts) {
        said.addAll(facts);
        return facts;
    }

    /// So many pieces of it.
    public static OrderLine line(String sku, int quantity) {
        return new OrderLine(sku, quantity, PRICE);
    }

    /// The order is accepted.
    public static OrderCreated orderOf(UUID order, OrderLine... lines) {
        return new OrderCreated(
                order,
                NOW,
                new Customer("Ada Lovelace", "ada@example.org"),
                new Address("Ada Lovelace", "12 St James's Square", "London", "SW1Y 4JH", "GB"),
                new PaymentMethod("tok_approved"),
                Arrays.asList(lines),
                PRICE);
    }

    /// The order is paid.
    public static PaymentProcessed payment(UUID order) {
        return new PaymentProcessed(order, NOW, PRICE, "ch_1");
    }

    /// The order cannot be shipped.
    public static ShippingFailed failure(UUID order) {
        return new ShippingFailed(order, NOW, "address-refused");
    }

    /// The order was cancelled before it was shipped.
    public static ShippingCancelled cancellation(UUID order) {
        return new ShippingCancelled(order, NOW, "requested-by-customer");
    }
}

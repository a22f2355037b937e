package io.orderflow.analytics.domain;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.StockLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The facts of one order, as a set: a fact that was said again with the same content is there once.
final class OrderStory {
    private final Set<AboutOrder> facts;

    OrderStory(Collection<? extends AboutOrder> facts) {
        this.facts = new LinkedHashSet<>(facts);
    }

    <F extends AboutOrder> Stream<F> all(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast);
    }

    boolean has(Class<? extends AboutOrder> type) {
        return facts.stream().anyMatch(type::isInstance);
    }

    /// What the facts of a type name, each once, sorted.
    <F extends AboutOrder> List<String> named(Class<F> type, Function<F, String> name) {
        return all(type).map(name).distinct().sorted().toList();
    }

    /// Whether the carrier has it, or had it.
    boolean shipped() {
        return has(OrderShipped.class) || has(OrderDelivered.class);
    }

    /// Whether it ended without being shipped.
    boolean undone() {
        return has(OrderFailed.class) || has(OrderCancelled.class);
    }

    /// When the first of the facts happened; empty where there is none.
    Optional<Instant> began() {
        return facts.stream().map(AboutOrder::occurredAt).min(Comparator.naturalOrder());
    }

    /// What was taken from the customer, by currency: each charge of the provider counts once.
    Map<String, BigDecimal> captured() {
        return sums(all(PaymentProcessed.class)
                .collect(Collectors.toMap(
                        PaymentProcessed::providerReference, PaymentProcessed::amount, (one, _) -> one)));
    }

    /// What was given back to the customer, by currency: each refund of the provider counts once.
    Map<String, BigDecimal> refunded() {
        return sums(all(PaymentRefunded.class)
                .collect(Collectors.toMap(
                        PaymentRefunded::providerReference, PaymentRefunded::amount, (one, _) -> one)));
    }

    private static Map<String, BigDecimal> sums(Map<String, Money> byReference) {
        var sums = new TreeMap<String, BigDecimal>();
        byReference.values().forEach(money -> sums.merge(money.currency(), money.amount(), BigDecimal::add));
        return sums;
    }

    /// What was deducted for it, by SKU.
    Map<String, Integer> deducted() {
        return pieces(all(InventoryUpdated.class).map(InventoryUpdated::lines));
    }

    /// What was put back, by SKU.
    Map<String, Integer> released() {
        return pieces(all(InventoryReleased.class).map(InventoryReleased::lines));
    }

    /// Facts with the same lines tell of the same goods.
    private static Map<String, Integer> pieces(Stream<List<StockLine>> lines) {
        return lines.distinct()
                .flatMap(List::stream)
                .collect(Collectors.toMap(StockLine::sku, StockLine::quantity, Integer::sum, TreeMap::new));
    }
}

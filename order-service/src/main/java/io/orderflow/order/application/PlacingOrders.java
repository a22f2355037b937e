package io.orderflow.order.application;

import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderLine;
import io.orderflow.events.StockLine;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.WakeUp;
import io.orderflow.order.domain.Fingerprint;
import io.orderflow.order.domain.NotForSale;
import io.orderflow.order.domain.Order;
import io.orderflow.order.domain.Patience;
import io.orderflow.order.domain.PriceList;
import io.orderflow.order.domain.Wish;
import io.orderflow.order.gateways.IdempotencyKeys;
import io.orderflow.order.gateways.Orders;
import io.orderflow.order.gateways.Products;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Accepting an order: priced from our own list, stored and said in one transaction.
@Service
public class PlacingOrders {
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Orders orders;
    private final Products products;
    private final IdempotencyKeys keys;
    private final Events events;
    private final WakeUp wakeUp;
    private final Patience patience;
    private final Clock clock;
    private final Shedding shedding;
    private final TransactionTemplate transactions;

    PlacingOrders(
            Orders orders,
            Products products,
            IdempotencyKeys keys,
            Events events,
            WakeUp wakeUp,
            Patience patience,
            Clock clock,
            Shedding shedding,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.products = products;
        this.keys = keys;
        this.events = events;
        this.wakeUp = wakeUp;
        this.patience = patience;
        this.clock = clock;
        this.shedding = shedding;
        this.transactions = new TransactionTemplate(transactions);
    }

    /// Accepts the order; or finds the one that was accepted for the same key and the same wish.
    ///
    /// @param key the client's idempotency key; null for a new order in any case
    /// @throws NotForSale     when a product has no price here, or the prices are in several currencies
    /// @throws KeyInFlight    while another request with the same key is being answered
    /// @throws KeyUsedOtherwise when the key was used for another wish
    /// @throws Overloaded     when too much is under way for a new order
    public Order place(Wish wish, @Nullable String key) {
        if (key == null) {
            shedding.admit(); // before a connection is asked for, of which there may be none
        }
        return Objects.requireNonNull(transactions.execute(_ -> key == null ? accept(wish) : acceptOrFind(wish, key)));
    }

    private Order acceptOrFind(Wish wish, String key) {
        if (!keys.take(key)) {
            throw new KeyInFlight();
        }
        String fingerprint = Fingerprint.of(wish);
        Optional<IdempotencyKeys.Use> before = keys.use(key);
        if (before.isPresent()) {
            if (!before.get().fingerprint().equals(fingerprint)) {
                throw new KeyUsedOtherwise();
            }
            return orders.find(before.get().orderId()).orElseThrow();
        }
        shedding.admit();
        Order order = accept(wish);
        keys.keep(key, new IdempotencyKeys.Use(fingerprint, order.orderId()));
        return order;
    }

    private Order accept(Wish wish) {
        List<OrderLine> lines = PriceList.price(
                wish.lines(),
                products.prices(wish.lines().stream().map(StockLine::sku).toList()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var order = new Order(Ids.next(), newToken(), wish, lines, patience, now);
        OrderCreated created = order.created();
        orders.add(order);
        orders.note(order, created);
        events.say(created);
        if (wish.shipWithin() != null) { // it may be sooner than the next look
            wakeUp.afterCommit();
        }
        return order;
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

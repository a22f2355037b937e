package io.orderflow.order.application;

import io.orderflow.events.Money;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderLine;
import io.orderflow.events.StockLine;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.WakeUp;
import io.orderflow.messaging.group.GroupCommit;
import io.orderflow.messaging.group.Outcome;
import io.orderflow.order.domain.Fingerprint;
import io.orderflow.order.domain.NotForSale;
import io.orderflow.order.domain.Order;
import io.orderflow.order.domain.Patience;
import io.orderflow.order.domain.PriceList;
import io.orderflow.order.domain.Wish;
import io.orderflow.order.gateways.IdempotencyKeys;
import io.orderflow.order.gateways.IdempotencyKeys.Use;
import io.orderflow.order.gateways.Orders;
import io.orderflow.order.gateways.Products;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Accepting an order: priced from our own list, stored and said in one transaction, together with those that come at
/// the same time.
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
    private final GroupCommit<Request, Order> groups = new GroupCommit<>(this::together);

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

    /// What a client asks for.
    ///
    /// @param fingerprint of the wish; null where there is no key
    private record Request(
            Wish wish, @Nullable String key, @Nullable String fingerprint) {
        static Request of(Wish wish, @Nullable String key) {
            return new Request(wish, key, key == null ? null : Fingerprint.of(wish));
        }
    }

    /// Accepts the order; or finds the one that was accepted for the same key and the same wish.
    ///
    /// @param key the client's idempotency key; null for a new order in any case
    /// @throws NotForSale     when a product has no price here, or the prices are in several currencies
    /// @throws KeyInFlight    while another instance is answering a request with the same key
    /// @throws KeyUsedOtherwise when the key was used for another wish
    /// @throws Overloaded     when too much is under way for a new order
    public Order place(Wish wish, @Nullable String key) {
        if (key == null) {
            shedding.admit(); // before a connection is asked for, of which there may be none
        }
        return groups.commit(Request.of(wish, key));
    }

    private List<Outcome<Order>> together(List<Request> requests) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var group = new Group(requests);
            var outcomes = new ArrayList<Outcome<Order>>(requests.size());
            for (Request request : requests) {
                try {
                    outcomes.add(new Outcome.Done<>(group.acceptOrFind(request)));
                } catch (NotForSale
                        | KeyInFlight
                        | KeyUsedOtherwise
                        | Overloaded refused) { // before it changed a thing
                    outcomes.add(new Outcome.Refused<>(refused));
                }
            }
            keys.keep(group.fresh);
            return outcomes;
        }));
    }

    /// Requests that are answered in one transaction.
    private final class Group {
        private final Set<String> taken;
        private final Map<String, Use> used;
        private final Map<String, Use> fresh = new LinkedHashMap<>();
        private final Map<String, Money> prices;

        Group(List<Request> requests) {
            taken = keys.take(requests.stream()
                    .map(Request::key)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList());
            used = keys.uses(taken);
            prices = products.prices(requests.stream()
                    .flatMap(request -> request.wish().lines().stream())
                    .map(StockLine::sku)
                    .distinct()
                    .toList());
        }

        Order acceptOrFind(Request request) {
            String key = request.key();
            String fingerprint = request.fingerprint();
            if (key == null || fingerprint == null) {
                return accept(request.wish());
            }
            if (!taken.contains(key)) {
                throw new KeyInFlight();
            }
            @Nullable Use before = used.getOrDefault(key, fresh.get(key));
            if (before != null) {
                if (!before.fingerprint().equals(fingerprint)) {
                    throw new KeyUsedOtherwise();
                }
                return orders.find(before.orderId()).orElseThrow();
            }
            shedding.admit();
            Order order = accept(request.wish());
            fresh.put(key, new Use(fingerprint, order.orderId()));
            return order;
        }

        private Order accept(Wish wish) {
            List<OrderLine> lines = PriceList.price(wish.lines(), prices);
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
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

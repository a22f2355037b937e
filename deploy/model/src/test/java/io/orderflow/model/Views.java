package io.orderflow.model;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import io.orderflow.order.domain.Order;
import io.orderflow.order.domain.OrderStatus;
import io.orderflow.payment.domain.Outcome.Captured;
import io.orderflow.payment.domain.Outcome.Refunded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// What the owners' databases, the provider's books and the exchange say in a state, order by order. Each is worked out
/// once for each memory, for there are far fewer memories than states.
final class Views {
    private final World world;
    private final List<UUID> orders;
    private final Map<Integer, Standing[]> standings = new HashMap<>();
    private final Map<Integer, Money[]> money = new HashMap<>();
    private final Map<Integer, Stock> stock = new HashMap<>();
    private final Map<Integer, Boolean[]> booked = new HashMap<>();
    private final Map<Integer, Words[]> words = new HashMap<>();

    Views(World world, Space space) {
        this.world = world;
        this.orders = space.names().orders();
    }

    /// Where an order stands.
    record Standing(OrderStatus status, boolean owesNothing) {}

    /// The movements of an order's money.
    ///
    /// @param open whether there may be more
    record Money(long captured, long refunded, boolean open) {}

    /// The shelf.
    ///
    /// @param held how many pieces each order holds
    record Stock(long onHand, long[] held) {}

    /// What was said of an order.
    ///
    /// @param lastWords how many last words shipping has said
    /// @param ends      how many ends without delivery order has said
    record Words(boolean shipped, boolean cancelled, int lastWords, int ends) {
        static Words of(List<AboutOrder> said) {
            boolean shipped = said.stream().anyMatch(OrderShipped.class::isInstance);
            boolean cancelled = said.stream().anyMatch(ShippingCancelled.class::isInstance);
            boolean failed = said.stream().anyMatch(ShippingFailed.class::isInstance);
            long ends = said.stream().filter(Views::isEnd).count();
            int lastWords = (shipped ? 1 : 0) + (cancelled ? 1 : 0) + (failed ? 1 : 0);
            return new Words(shipped, cancelled, lastWords, (int) ends);
        }
    }

    static boolean isEnd(AboutOrder fact) {
        return fact instanceof OrderFailed || fact instanceof OrderCancelled;
    }

    Standing[] standings(int[] state) {
        return known(
                standings,
                state[World.ORDER],
                () -> each(Standing[]::new, id -> {
                    Order order = ((OrderParticipant.Memory) world.memory(state, World.ORDER)).order(id);
                    return new Standing(order.status(), order.owed().isEmpty());
                }));
    }

    Money[] money(int[] state) {
        return known(money, state[World.PAYMENT], () -> {
            var memory = (PaymentParticipant.Memory) world.memory(state, World.PAYMENT);
            return each(Money[]::new, order -> {
                long refunds = memory.count(order, Refunded.class);
                return new Money(
                        memory.count(order, Captured.class),
                        memory.byHand().contains(order) ? refunds + 1 : refunds,
                        memory.payment(order).open().isPresent());
            });
        });
    }

    Stock stock(int[] state) {
        return known(stock, state[World.INVENTORY], () -> {
            var memory = (InventoryParticipant.Memory) world.memory(state, World.INVENTORY);
            long[] held = orders.stream().mapToLong(memory::held).toArray();
            return new Stock(memory.onHand(), held);
        });
    }

    /// Whether the carrier has the order.
    Boolean[] booked(int[] state) {
        return known(
                booked,
                state[World.SHIPPING],
                () -> each(
                        Boolean[]::new, ((ShippingParticipant.Memory) world.memory(state, World.SHIPPING))::isBooked));
    }

    Words[] words(int[] state) {
        return known(words, world.saidNumber(state), () -> each(Words[]::new, order -> Words.of(said(state, order))));
    }

    /// Everything that was said of an order.
    List<AboutOrder> said(int[] state, UUID order) {
        return world.said(state).stream()
                .map(AboutOrder.class::cast)
                .filter(fact -> fact.orderId().equals(order))
                .toList();
    }

    private <T> T[] each(IntFunction<T[]> array, Function<UUID, T> one) {
        return orders.stream().map(one).toArray(array);
    }

    private static <V> V known(Map<Integer, V> cache, int number, Supplier<V> work) {
        V value = cache.get(number);
        if (value == null) {
            value = work.get();
            cache.put(number, value);
        }
        return value;
    }
}

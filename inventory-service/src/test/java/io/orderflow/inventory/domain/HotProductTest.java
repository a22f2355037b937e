package io.orderflow.inventory.domain;

import static io.orderflow.inventory.domain.Stockroom.cancellation;
import static io.orderflow.inventory.domain.Stockroom.failure;
import static io.orderflow.inventory.domain.Stockroom.line;
import static io.orderflow.inventory.domain.Stockroom.orderOf;
import static io.orderflow.inventory.domain.Stockroom.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Fact;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Many orders of one batch that want the same product.
class HotProductTest {
    private final List<UUID> orders =
            IntStream.range(0, 10).mapToObj(n -> UUID.randomUUID()).toList();

    @Test
    void the_orders_of_a_batch_take_from_the_same_stock_one_after_the_other() {
        var room = Stockroom.with("MUG", 7);
        orders.forEach(order -> room.created(order, line("MUG", 2)));
        orders.forEach(room::paid);
        assertThat(room.said).filteredOn(InventoryUpdated.class::isInstance).hasSize(3);
        assertThat(room.said)
                .filteredOn(InventoryUpdateFailed.class::isInstance)
                .hasSize(7)
                .allSatisfy(fact -> assertThat(((InventoryUpdateFailed) fact)
                                .shortages()
                                .getFirst()
                                .available())
                        .isEqualTo(1));
        assertThat(room.onHand("MUG")).isEqualTo(1);
    }

    @Test
    void a_small_order_gets_what_was_too_little_for_the_one_before() {
        var room = Stockroom.with("MUG", 2);
        room.created(orders.get(0), line("MUG", 3));
        room.created(orders.get(1), line("MUG", 2));
        assertThat(room.paid(orders.get(0)).getFirst()).isInstanceOf(InventoryUpdateFailed.class);
        assertThat(room.paid(orders.get(1)).getFirst()).isInstanceOf(InventoryUpdated.class);
    }

    @Test
    void lines_that_are_not_paid_for_lock_no_product() {
        var room = Stockroom.with("MUG", 2);
        var created = orderOf(orders.get(0), line("MUG", 1));
        assertThat(touched(room, created)).isEmpty();
        assertThat(touched(room, created, payment(orders.get(0)))).containsExactly("MUG");
    }

    @Test
    void products_are_locked_for_what_is_taken_and_for_what_is_put_back_and_not_for_what_is_settled() {
        var room = Stockroom.with("MUG", 2).and("TEE", 0).and("CAP", 1);
        UUID order = orders.get(0);
        assertThat(touched(room, payment(order))).isEmpty();
        room.paid(order);
        assertThat(touched(room, orderOf(order, line("MUG", 1), line("CAP", 1))))
                .containsExactly("CAP", "MUG");
        room.created(order, line("MUG", 1), line("CAP", 1));
        assertThat(touched(room, payment(order), orderOf(order, line("MUG", 1), line("CAP", 1))))
                .isEmpty();
        assertThat(touched(room, failure(order))).containsExactly("CAP", "MUG");
        assertThat(touched(room, cancellation(order))).containsExactly("CAP", "MUG");
        room.shippingFailed(order);
        assertThat(touched(room, payment(order), cancellation(order))).isEmpty();
    }

    @Test
    void an_order_that_is_cancelled_before_it_is_paid_for_locks_no_product() {
        var room = Stockroom.with("MUG", 2);
        UUID order = orders.get(0);
        room.created(order, line("MUG", 1));
        assertThat(touched(room, cancellation(order))).isEmpty();
        assertThat(touched(room, payment(order), cancellation(order))).containsExactly("MUG");
    }

    private static Set<String> touched(Stockroom room, Fact... facts) {
        var deductions = Stream.of(facts)
                .map(fact -> UUID.fromString(fact.subject()))
                .map(room::of)
                .distinct()
                .toList();
        return Touched.skus(deductions, List.of(facts));
    }
}

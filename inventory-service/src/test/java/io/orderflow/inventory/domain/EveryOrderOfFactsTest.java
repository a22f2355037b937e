package io.orderflow.inventory.domain;

import static io.orderflow.inventory.domain.Stockroom.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every order of arrival with every repetition, and random ones of many orders over few products.
class EveryOrderOfFactsTest {
    private enum Heard {
        CREATED,
        PAID,
        SHIPPING_FAILED,
        SHIPPING_CANCELLED
    }

    private static final int KINDS = Heard.values().length;

    @Test
    void every_sequence_of_up_to_seven_facts_keeps_the_stock_whole_and_ends_as_the_set_of_its_facts_says() {
        for (int length = 1; length <= 7; length++) {
            for (int number = 0; number < Math.powExact(KINDS, length); number++) {
                for (int onHand : new int[] {1, 2, 5}) {
                    check(sequence(number, length), onHand);
                }
            }
        }
    }

    private static List<Heard> sequence(int number, int length) {
        var facts = new ArrayList<Heard>();
        for (int rest = number, i = 0; i < length; i++, rest /= KINDS) {
            facts.add(Heard.values()[rest % KINDS]);
        }
        return facts;
    }

    private static void check(List<Heard> facts, int listed) {
        var order = UUID.randomUUID();
        var room = Stockroom.with("MUG", listed);
        for (Heard fact : facts) {
            tell(room, order, fact);
            room.later();
            assertThat(room.onHand("MUG") + room.held("MUG")).as("%s", facts).isEqualTo(listed);
        }
        boolean both = facts.contains(Heard.CREATED) && facts.contains(Heard.PAID);
        boolean calledOff = facts.contains(Heard.SHIPPING_FAILED) || facts.contains(Heard.SHIPPING_CANCELLED);
        Decision decision = room.of(order).decision();
        if (calledOff) {
            assertThat(room.onHand("MUG")).as("%s", facts).isEqualTo(listed);
            assertThat(decision).as("%s", facts).isNotIn(Decision.WAITING, Decision.DEDUCTED);
        } else if (both) {
            assertThat(decision).as("%s", facts).isEqualTo(listed < 2 ? Decision.REFUSED : Decision.DEDUCTED);
        } else {
            assertThat(decision).as("%s", facts).isEqualTo(Decision.WAITING);
            assertThat(room.said).isEmpty();
        }
        assertThat(new HashSet<>(room.said).stream().map(Object::getClass))
                .as("each answer says one thing, however often and however late: %s", facts)
                .doesNotHaveDuplicates();
        boolean deducted = room.said.stream().anyMatch(InventoryUpdated.class::isInstance);
        assertThat(deducted && room.said.stream().anyMatch(InventoryUpdateFailed.class::isInstance))
                .as("%s", facts)
                .isFalse();
        assertThat(room.said)
                .as("%s", facts)
                .filteredOn(InventoryReleased.class::isInstance)
                .allSatisfy(
                        fact -> assertThat(((InventoryReleased) fact).lines()).hasSize(deducted ? 1 : 0));
        assertThat(room.said.stream().anyMatch(InventoryReleased.class::isInstance))
                .as("%s", facts)
                .isEqualTo(calledOff);
    }

    private static void tell(Stockroom room, UUID order, Heard fact) {
        switch (fact) {
            case CREATED -> room.created(order, line("MUG", 2));
            case PAID -> room.paid(order);
            case SHIPPING_FAILED -> room.shippingFailed(order);
            case SHIPPING_CANCELLED -> room.shippingCancelled(order);
        }
    }

    @Test
    void an_order_that_is_told_again_repeats_all_that_was_ever_said_of_it() {
        for (int number = 0; number < Math.powExact(KINDS, 5); number++) {
            List<Heard> facts = sequence(number, 5);
            var order = UUID.randomUUID();
            var room = Stockroom.with("MUG", 2);
            facts.forEach(fact -> {
                tell(room, order, fact);
                room.later();
            });
            if (facts.contains(Heard.CREATED)) {
                var before = new HashSet<>(room.said);
                assertThat(room.created(order, line("MUG", 2)))
                        .as("%s", facts)
                        .containsExactlyInAnyOrderElementsOf(before);
            }
        }
    }

    @Test
    void stock_is_conserved_over_random_histories() {
        for (long seed = 1; seed <= 200; seed++) {
            history(seed);
        }
    }

    private static void history(long seed) {
        var random = new Random(seed);
        var skus = List.of("A", "B", "C");
        var room = new Stockroom();
        var arrived = new HashMap<String, Long>();
        for (String sku : skus) {
            int listed = random.nextInt(20);
            room.and(sku, listed);
            arrived.put(sku, (long) listed);
        }
        List<UUID> orders = Stream.generate(UUID::randomUUID).limit(30).toList();
        for (int step = 0; step < 300; step++) {
            UUID order = orders.get(random.nextInt(orders.size()));
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> {
                    var lines = new Random(order.getMostSignificantBits());
                    room.created(
                            order,
                            line(skus.get(lines.nextInt(3)), 1 + lines.nextInt(4)),
                            line(lines.nextInt(50) == 0 ? "GONE" : skus.get(lines.nextInt(3)), 1 + lines.nextInt(4)));
                }
                case 3, 4, 5 -> room.paid(order);
                case 6 -> room.shippingFailed(order);
                case 7 -> room.shippingCancelled(order);
                default -> {
                    String sku = skus.get(random.nextInt(3));
                    int quantity = 1 + random.nextInt(5);
                    room.product(sku).orElseThrow().replenish(UUID.randomUUID(), quantity, Stockroom.NOW);
                    arrived.merge(sku, (long) quantity, Long::sum);
                }
            }
            for (String sku : skus) {
                assertThat(room.onHand(sku)).as("seed %d, step %d", seed, step).isNotNegative();
                assertThat(room.onHand(sku) + room.held(sku))
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(arrived.get(sku));
            }
        }
    }
}

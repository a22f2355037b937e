package io.orderflow.order.domain;

import static io.orderflow.order.domain.Happened.CREATED;
import static io.orderflow.order.domain.Happened.DEDUCTED;
import static io.orderflow.order.domain.Happened.DEDUCTION_FAILED;
import static io.orderflow.order.domain.Happened.PAID;
import static io.orderflow.order.domain.Happened.PAYMENT_FAILED;
import static io.orderflow.order.domain.Happened.REFUNDED;
import static io.orderflow.order.domain.Happened.RELEASED;
import static io.orderflow.order.domain.Happened.SHIPPED;
import static io.orderflow.order.domain.Happened.SHIPPING_FAILED;
import static io.orderflow.order.domain.OrderFixtures.NOW;
import static io.orderflow.order.domain.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.OrderFailed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyOrderOfArrivalTest {
    /// A whole saga as the order hears it.
    private record Saga(
            Set<Happened> facts, OrderStatus end, @Nullable String reason) {}

    private static Stream<Saga> sagas() {
        return Stream.of(
                new Saga(EnumSet.of(PAID, DEDUCTED, SHIPPED), OrderStatus.SHIPPED, null),
                new Saga(EnumSet.of(PAYMENT_FAILED), OrderStatus.FAILED, "payment-failed"),
                new Saga(EnumSet.of(PAID, DEDUCTION_FAILED, REFUNDED), OrderStatus.FAILED, "deduction-failed"),
                new Saga(
                        EnumSet.of(PAID, DEDUCTED, SHIPPING_FAILED, REFUNDED, RELEASED),
                        OrderStatus.FAILED,
                        "shipping-failed"));
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void whatever_the_order_of_arrival_the_end_is_the_same_and_is_said_once(Saga saga) {
        for (List<Happened> arrival : permutations(List.copyOf(saga.facts()))) {
            Order order = anOrder();
            var said = new ArrayList<OrderFailed>();
            for (Happened fact : arrival) {
                hear(order, fact, said);
                assertThat(said.isEmpty()).as("%s", arrival).isEqualTo(order.status() != OrderStatus.FAILED);
            }
            assertEnd(order, saga, said, arrival);
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void duplicates_change_nothing_wherever_they_come(Saga saga) {
        for (List<Happened> arrival : permutations(List.copyOf(saga.facts()))) {
            Order order = anOrder();
            var said = new ArrayList<OrderFailed>();
            for (int i = 0; i < arrival.size(); i++) {
                hear(order, arrival.get(i), said);
                for (Happened again : arrival.subList(0, i + 1)) {
                    hear(order, again, said);
                }
            }
            assertEnd(order, saga, said, arrival);
        }
    }

    @Test
    void of_all_sets_of_facts_only_those_that_settle_everything_are_failed() {
        for (Set<Happened> facts : subsets()) {
            OrderStatus status = OrderStatus.of(facts);
            Set<Obligation> owed = OrderStatus.owed(facts);
            boolean failure = facts.contains(PAYMENT_FAILED)
                    || facts.contains(DEDUCTION_FAILED)
                    || facts.contains(SHIPPING_FAILED);

            assertThat(status == OrderStatus.SHIPPED).as("%s", facts).isEqualTo(facts.contains(SHIPPED));
            if (!facts.contains(SHIPPED)) {
                assertThat(status == OrderStatus.FAILED).as("%s", facts).isEqualTo(failure && owed.isEmpty());
                assertThat(status == OrderStatus.COMPENSATING).as("%s", facts).isEqualTo(!owed.isEmpty());
            }
        }
    }

    @Test
    void the_set_is_kept_as_text_and_comes_back() {
        var converter = new HappenedAsText();
        for (Set<Happened> facts : subsets()) {
            assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(facts)))
                    .isEqualTo(facts);
        }
    }

    private static void assertEnd(Order order, Saga saga, List<OrderFailed> said, List<Happened> arrival) {
        assertThat(order.status()).as("%s", arrival).isEqualTo(saga.end());
        assertThat(order.owed()).as("%s", arrival).isEmpty();
        assertThat(order.reason()).as("%s", arrival).isEqualTo(saga.reason());
        assertThat(said).as("%s", arrival).hasSize(saga.end() == OrderStatus.FAILED ? 1 : 0);
        assertThat(said).allSatisfy(failed -> assertThat(failed.reason()).isEqualTo(saga.reason()));
    }

    private static void hear(Order order, Happened fact, List<OrderFailed> said) {
        order.hear(fact, reasonOf(fact), NOW).ifPresent(said::add);
    }

    private static @Nullable String reasonOf(Happened fact) {
        return switch (fact) {
            case PAYMENT_FAILED -> "payment-failed";
            case DEDUCTION_FAILED -> "deduction-failed";
            case SHIPPING_FAILED -> "shipping-failed";
            case CREATED, PAID, DEDUCTED, SHIPPED, REFUNDED, RELEASED -> null;
        };
    }

    private static List<Set<Happened>> subsets() {
        Happened[] all = Happened.values();
        var subsets = new ArrayList<Set<Happened>>();
        for (int bits = 0; bits < 1 << all.length; bits++) {
            var subset = EnumSet.noneOf(Happened.class);
            for (int i = 0; i < all.length; i++) {
                if ((bits & 1 << i) != 0) {
                    subset.add(all[i]);
                }
            }
            if (subset.contains(CREATED)) {
                subsets.add(subset);
            }
        }
        return subsets;
    }

    private static List<List<Happened>> permutations(List<Happened> facts) {
        if (facts.isEmpty()) {
            return List.of(List.of());
        }
        var permutations = new ArrayList<List<Happened>>();
        for (Happened first : facts) {
            var rest = new ArrayList<>(facts);
            rest.remove(first);
            for (List<Happened> others : permutations(rest)) {
                var permutation = new ArrayList<>(List.of(first));
                permutation.addAll(others);
                permutations.add(permutation);
            }
        }
        return permutations;
    }
}

package io.orderflow.order.domain;

import static io.orderflow.order.domain.Happened.DEDUCTED;
import static io.orderflow.order.domain.Happened.DEDUCTION_FAILED;
import static io.orderflow.order.domain.Happened.DELIVERED;
import static io.orderflow.order.domain.Happened.PAID;
import static io.orderflow.order.domain.Happened.PAYMENT_FAILED;
import static io.orderflow.order.domain.Happened.REFUNDED;
import static io.orderflow.order.domain.Happened.REFUND_FAILED;
import static io.orderflow.order.domain.Happened.RELEASED;
import static io.orderflow.order.domain.Happened.SHIPPED;
import static io.orderflow.order.domain.Happened.SHIPPING_CANCELLED;
import static io.orderflow.order.domain.Happened.SHIPPING_FAILED;
import static io.orderflow.order.domain.Happened.VOIDED;
import static io.orderflow.order.domain.OrderFixtures.NOW;
import static io.orderflow.order.domain.OrderFixtures.ORDER;
import static io.orderflow.order.domain.OrderFixtures.anOrder;
import static io.orderflow.order.domain.OrderFixtures.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderFact;
import io.orderflow.events.OrderFailed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyOrderOfArrivalTest {
    private static final Instant ASKED = NOW.plusSeconds(1);
    private static final Instant HEARD = NOW.plusSeconds(2);

    /// A whole saga as the order hears it.
    ///
    /// @param cancelling true if its cancellation was requested at the beginning
    private record Saga(
            boolean cancelling,
            Set<Happened> facts,
            OrderStatus end,
            @Nullable String reason) {
        /// What is said at the end.
        List<OrderFact> said() {
            return switch (end) {
                case FAILED -> List.of(new OrderFailed(ORDER, HEARD, String.valueOf(reason)));
                case CANCELLED -> List.of(new OrderCancelled(ORDER, HEARD, String.valueOf(reason)));
                default -> List.of();
            };
        }

        Order order() {
            Order order = anOrder();
            if (cancelling) {
                order.requestCancellation(Cancellation.BY_OPERATOR, ASKED);
            }
            return order;
        }
    }

    private static Stream<Saga> sagas() {
        return Stream.of(
                underway(OrderStatus.SHIPPED, null, PAID, DEDUCTED, SHIPPED),
                underway(OrderStatus.DELIVERED, null, PAID, DEDUCTED, SHIPPED, DELIVERED),
                underway(OrderStatus.FAILED, "card-declined", PAYMENT_FAILED),
                underway(OrderStatus.FAILED, "out-of-stock", PAID, DEDUCTION_FAILED, REFUNDED),
                underway(OrderStatus.FAILED, "out-of-stock", PAID, DEDUCTION_FAILED, REFUND_FAILED, REFUNDED),
                underway(OrderStatus.FAILED, "address-refused", PAID, DEDUCTED, SHIPPING_FAILED, REFUNDED, RELEASED),
                cancelling(OrderStatus.CANCELLED, VOIDED, SHIPPING_CANCELLED, RELEASED),
                cancelling(OrderStatus.CANCELLED, PAYMENT_FAILED, SHIPPING_CANCELLED, RELEASED),
                cancelling(OrderStatus.CANCELLED, PAID, SHIPPING_CANCELLED, REFUNDED, RELEASED),
                cancelling(OrderStatus.CANCELLED, PAID, DEDUCTED, SHIPPING_CANCELLED, REFUNDED, RELEASED),
                cancelling(
                        OrderStatus.CANCELLED, PAID, DEDUCTED, SHIPPING_CANCELLED, REFUND_FAILED, REFUNDED, RELEASED),
                cancelling(OrderStatus.CANCELLED, PAID, DEDUCTION_FAILED, SHIPPING_CANCELLED, REFUNDED, RELEASED),
                cancelling(OrderStatus.DELIVERED, PAID, DEDUCTED, SHIPPED, DELIVERED),
                cancelling(OrderStatus.FAILED, PAID, DEDUCTED, SHIPPING_FAILED, REFUNDED, RELEASED));
    }

    private static Saga underway(OrderStatus end, @Nullable String reason, Happened... facts) {
        return new Saga(false, Set.of(facts), end, reason);
    }

    private static Saga cancelling(OrderStatus end, Happened... facts) {
        String reason = switch (end) {
            case CANCELLED -> Cancellation.BY_OPERATOR;
            case FAILED -> "address-refused";
            default -> null;
        };
        return new Saga(true, Set.of(facts), end, reason);
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void whatever_the_order_of_arrival_the_end_is_the_same_and_is_said_once(Saga saga) {
        for (List<Happened> arrival : permutations(List.copyOf(saga.facts()))) {
            Order order = saga.order();
            var said = new ArrayList<OrderFact>();
            for (Happened one : arrival) {
                said.addAll(order.hear(fact(one), HEARD));
                assertThat(said.isEmpty())
                        .as("%s", arrival)
                        .isEqualTo(!order.status().isUndone());
            }
            assertEnd(order, saga, said, arrival);
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void duplicates_change_nothing_wherever_they_come(Saga saga) {
        for (List<Happened> arrival : permutations(List.copyOf(saga.facts()))) {
            Order order = saga.order();
            var said = new ArrayList<OrderFact>();
            for (int i = 0; i < arrival.size(); i++) {
                for (Happened one : arrival.subList(0, i + 1)) {
                    said.addAll(order.hear(fact(one), HEARD));
                }
            }
            assertEnd(order, saga, said, arrival);
        }
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void a_request_that_comes_on_the_way_is_part_of_the_saga_or_changes_nothing(Saga saga) {
        for (List<Happened> arrival : permutations(List.copyOf(saga.facts()))) {
            for (int position = 1; position <= arrival.size(); position++) {
                Order order = saga.order();
                arrival.subList(0, position).forEach(one -> order.hear(fact(one), HEARD));
                Course before = order.course();
                Cancellation.Answer answer = order.requestCancellation(Cancellation.BY_CUSTOMER, ASKED);
                if (answer != Cancellation.Answer.ASKED) {
                    assertThat(order.course())
                            .as("%s, asked after %d", arrival, position)
                            .isEqualTo(before);
                    continue;
                }
                assertThat(order.owed())
                        .as("%s, asked after %d", arrival, position)
                        .contains(Obligation.DECISION);
                arrival.subList(position, arrival.size()).forEach(one -> order.hear(fact(one), HEARD));
                boolean answered =
                        saga.facts().contains(SHIPPED) || saga.facts().contains(SHIPPING_FAILED);
                assertThat(order.status())
                        .as("%s, asked after %d", arrival, position)
                        .isEqualTo(answered ? saga.end() : OrderStatus.COMPENSATING);
            }
        }
    }

    private static void assertEnd(Order order, Saga saga, List<OrderFact> said, List<Happened> arrival) {
        assertThat(order.status()).as("%s", arrival).isEqualTo(saga.end());
        assertThat(order.owed()).as("%s", arrival).isEmpty();
        assertThat(order.reason()).as("%s", arrival).isEqualTo(saga.reason());
        assertThat(said).as("%s", arrival).isEqualTo(saga.said());
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

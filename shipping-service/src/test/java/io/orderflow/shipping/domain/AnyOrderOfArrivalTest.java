package io.orderflow.shipping.domain;

import static io.orderflow.shipping.domain.ShipmentFixtures.NOW;
import static io.orderflow.shipping.domain.ShipmentFixtures.ORDER;
import static io.orderflow.shipping.domain.ShipmentFixtures.inventoryUpdated;
import static io.orderflow.shipping.domain.ShipmentFixtures.orderCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.OrderShipped;
import io.orderflow.events.ShippingFact;
import io.orderflow.events.ShippingFailed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Every order in which the facts of one order and the carrier's answers can come, each fact three times.
class AnyOrderOfArrivalTest {
    private enum Step {
        ORDER_CREATED,
        INVENTORY_UPDATED,
        CARRIER_ANSWERS
    }

    @Test
    void an_order_with_address_and_goods_is_shipped_once_whatever_came_first() {
        everyRun(Map.of(Step.ORDER_CREATED, 3, Step.INVENTORY_UPDATED, 3, Step.CARRIER_ANSWERS, 2), true, run -> {
            assertThat(run.bookings).isEqualTo(1);
            assertThat(run.said).hasSize(1).allMatch(OrderShipped.class::isInstance);
        });
    }

    @Test
    void an_address_that_is_refused_fails_once_whatever_came_first() {
        everyRun(Map.of(Step.ORDER_CREATED, 3, Step.INVENTORY_UPDATED, 3, Step.CARRIER_ANSWERS, 2), false, run -> {
            assertThat(run.bookings).isZero();
            assertThat(run.said).hasSize(1).allMatch(ShippingFailed.class::isInstance);
        });
    }

    @Test
    void without_goods_or_without_an_address_nothing_is_shipped() {
        everyRun(Map.of(Step.ORDER_CREATED, 3, Step.CARRIER_ANSWERS, 2), true, run -> {
            assertThat(run.bookings).isZero();
            assertThat(run.said).isEmpty();
        });
        everyRun(Map.of(Step.INVENTORY_UPDATED, 3, Step.CARRIER_ANSWERS, 2), true, run -> {
            assertThat(run.bookings).isZero();
            assertThat(run.said).isEmpty();
        });
    }

    private static void everyRun(Map<Step, Integer> steps, boolean books, Consumer<Run> claim) {
        everyOrder(new EnumMap<>(steps), new ArrayList<>(), order -> {
            var run = new Run(books);
            order.forEach(run::step);
            run.step(Step.CARRIER_ANSWERS);
            claim.accept(run);
        });
    }

    private static void everyOrder(Map<Step, Integer> left, List<Step> soFar, Consumer<List<Step>> use) {
        if (left.values().stream().allMatch(count -> count == 0)) {
            use.accept(soFar);
            return;
        }
        for (Step step : Step.values()) {
            int count = left.getOrDefault(step, 0);
            if (count > 0) {
                left.put(step, count - 1);
                soFar.add(step);
                everyOrder(left, soFar, use);
                soFar.removeLast();
                left.put(step, count);
            }
        }
    }

    private static final class Run {
        private final Shipment shipment = new Shipment(ORDER);
        private final Set<ShippingFact> said = new HashSet<>();
        private final boolean books;
        private int bookings;

        Run(boolean books) {
            this.books = books;
        }

        void step(Step step) {
            switch (step) {
                case ORDER_CREATED -> said.addAll(shipment.hear(orderCreated(), "cause", NOW));
                case INVENTORY_UPDATED -> shipment.hear(inventoryUpdated(), "cause", NOW);
                case CARRIER_ANSWERS -> answer();
            }
        }

        private void answer() {
            if (shipment.state() != ShipmentState.BOOKING) {
                return;
            }
            if (books) {
                bookings++;
                said.addAll(shipment.conclude(new Outcome.Booked("Carrier", "T" + bookings), NOW));
            } else {
                said.addAll(shipment.conclude(new Outcome.Refused("address-refused"), NOW));
            }
        }
    }
}

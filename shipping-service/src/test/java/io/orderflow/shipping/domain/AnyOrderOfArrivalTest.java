package io.orderflow.shipping.domain;

import static io.orderflow.shipping.domain.ShipmentFixtures.LONDON;
import static io.orderflow.shipping.domain.ShipmentFixtures.NOW;
import static io.orderflow.shipping.domain.ShipmentFixtures.ORDER;
import static io.orderflow.shipping.domain.ShipmentFixtures.cancellationRequested;
import static io.orderflow.shipping.domain.ShipmentFixtures.inventoryUpdated;
import static io.orderflow.shipping.domain.ShipmentFixtures.orderCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFact;
import io.orderflow.events.ShippingFailed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Every order in which the facts of one order, the tries to book and the carrier's answers can come, each of them
/// several times, at a later time each time.
class AnyOrderOfArrivalTest {
    private enum Step {
        ORDER_CREATED,
        INVENTORY_UPDATED,
        CANCELLATION_REQUESTED,
        CARRIER_IS_ASKED,
        CARRIER_ANSWERS,
        DELIVERED
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

    @Test
    void what_is_shipped_is_delivered_once_whatever_came_first() {
        var steps =
                Map.of(Step.ORDER_CREATED, 2, Step.INVENTORY_UPDATED, 2, Step.CARRIER_ANSWERS, 2, Step.DELIVERED, 3);
        everyRun(steps, true, run -> {
            run.step(Step.DELIVERED);
            assertThat(run.said).hasSize(2);
            assertThat(run.said.getFirst()).isInstanceOf(OrderShipped.class);
            assertThat(run.said.getLast()).isInstanceOf(OrderDelivered.class);
        });
    }

    @Test
    void a_request_is_answered_once_for_ever_and_both_answers_are_true() {
        for (boolean books : List.of(true, false)) {
            var ends = EnumSet.noneOf(ShipmentState.class);
            everyRun(
                    Map.of(
                            Step.ORDER_CREATED, 2,
                            Step.INVENTORY_UPDATED, 2,
                            Step.CANCELLATION_REQUESTED, 2,
                            Step.CARRIER_IS_ASKED, 1,
                            Step.CARRIER_ANSWERS, 2),
                    books,
                    run -> {
                        ends.add(run.shipment.state());
                        assertThat(run.said).hasSize(1);
                        if (run.said.getFirst() instanceof ShippingCancelled) {
                            assertThat(run.attempts).isZero();
                            assertThat(run.bookings).isZero();
                        } else {
                            assertThat(run.attempts).isPositive();
                            assertThat(run.bookings).isEqualTo(books ? 1 : 0);
                        }
                    });
            assertThat(ends)
                    .containsExactlyInAnyOrder(
                            ShipmentState.CANCELLED, books ? ShipmentState.SHIPPED : ShipmentState.FAILED);
        }
    }

    @Test
    void a_request_without_goods_or_without_an_address_cancels_whatever_came_first() {
        for (Step alone : List.of(Step.ORDER_CREATED, Step.INVENTORY_UPDATED)) {
            everyRun(Map.of(alone, 3, Step.CANCELLATION_REQUESTED, 3, Step.CARRIER_ANSWERS, 1), true, run -> {
                assertThat(run.attempts).isZero();
                assertThat(run.said).hasSize(1).allMatch(ShippingCancelled.class::isInstance);
            });
        }
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
        private final LinkedHashSet<ShippingFact> said = new LinkedHashSet<>();
        private final Set<ShipmentState> ends = new HashSet<>();
        private final boolean books;
        private Instant now = NOW;
        private int attempts;
        private int bookings;

        Run(boolean books) {
            this.books = books;
        }

        void step(Step step) {
            now = now.plusSeconds(1);
            switch (step) {
                case ORDER_CREATED -> said.addAll(shipment.hear(orderCreated(), "cause", now));
                case INVENTORY_UPDATED -> shipment.hear(inventoryUpdated(), "cause", now);
                case CANCELLATION_REQUESTED -> said.addAll(shipment.hear(cancellationRequested(), "cause", now));
                case CARRIER_IS_ASKED -> ask();
                case CARRIER_ANSWERS -> answer();
                case DELIVERED -> deliver();
            }
            if (shipment.state() != ShipmentState.AWAITING && shipment.state() != ShipmentState.BOOKING) {
                ends.add(shipment.state() == ShipmentState.DELIVERED ? ShipmentState.SHIPPED : shipment.state());
                assertThat(ends).hasSize(1);
            }
        }

        /// The carrier gets the request, and its answer gets lost; unless it need not be asked.
        private void ask() {
            if (shipment.state() != ShipmentState.BOOKING) {
                return;
            }
            var task = new Task.Book(new Booking(ORDER, LONDON), attempts + 1, shipment.isCalledOff());
            if (task.isNeverToBeTried()) {
                said.addAll(shipment.conclude(new Outcome.NeverAsked(), now));
            } else {
                attempts++;
            }
        }

        private void answer() {
            ask();
            if (shipment.state() != ShipmentState.BOOKING) {
                return;
            }
            if (books) {
                bookings++;
                said.addAll(shipment.conclude(new Outcome.Booked("Carrier", "T" + bookings), now));
            } else {
                said.addAll(shipment.conclude(new Outcome.Refused("address-refused"), now));
            }
        }

        private void deliver() {
            if (shipment.state() == ShipmentState.SHIPPED || shipment.state() == ShipmentState.DELIVERED) {
                said.addAll(shipment.delivered(now));
            }
        }
    }
}

package io.orderflow.order.domain;

import static io.orderflow.order.domain.Happened.DEDUCTION_FAILED;
import static io.orderflow.order.domain.Happened.DELIVERED;
import static io.orderflow.order.domain.Happened.PAID;
import static io.orderflow.order.domain.Happened.PAYMENT_FAILED;
import static io.orderflow.order.domain.Happened.SHIPPED;
import static io.orderflow.order.domain.Happened.SHIPPING_CANCELLED;
import static io.orderflow.order.domain.OrderFixtures.NOW;
import static io.orderflow.order.domain.OrderFixtures.ORDER;
import static io.orderflow.order.domain.OrderFixtures.PATIENCE;
import static io.orderflow.order.domain.OrderFixtures.anOrder;
import static io.orderflow.order.domain.OrderFixtures.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private static final Instant DEADLINE = after("PT15M");
    private static final OrderCancellationRequested TOO_SLOW =
            new OrderCancellationRequested(ORDER, DEADLINE, "deadline-passed");

    private final Order order = anOrder();
    private final OrderCreated created = order.created();

    @Test
    void an_order_that_nothing_happens_to_is_said_again_and_at_its_deadline_it_asks_to_be_cancelled() {
        assertThat(order.deadline()).isEqualTo(DEADLINE);

        assertThat(ringsAt("PT30S")).containsExactly(created);
        assertThat(ringsAt("PT2M")).containsExactly(created);
        assertThat(ringsAt("PT10M")).containsExactly(created);
        assertThat(ringsAt("PT15M")).containsExactly(TOO_SLOW);

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.deadline()).isNull();
        assertThat(ringsAt("PT30M")).containsExactly(created, TOO_SLOW);
    }

    @Test
    void after_the_last_re_drive_the_wait_doubles_up_to_a_day() {
        var waits = new ArrayList<Duration>();
        for (int i = 0; i < 14; i++) {
            Instant due = due();
            order.alarm(due, PATIENCE);
            waits.add(Duration.between(due, due()));
        }

        assertThat(waits.stream().map(Duration::toMinutes))
                .startsWith(1L, 8L, 5L, 15L, 40L, 80L, 160L)
                .endsWith(1440L, 1440L)
                .allMatch(minutes -> minutes <= 1440);
    }

    @Test
    void what_was_slept_through_is_done_once() {
        Instant nextDay = after("PT24H");

        assertThat(order.alarm(nextDay, PATIENCE))
                .containsExactly(created, new OrderCancellationRequested(ORDER, nextDay, "deadline-passed"));
        assertThat(due()).isAfter(nextDay);
    }

    @Test
    void a_clock_that_is_behind_does_not_keep_an_alarm_from_ringing() {
        assertThat(order.alarm(NOW, PATIENCE)).containsExactly(created);
        assertThat(due()).isEqualTo(after("PT2M"));
    }

    @Test
    void a_deadline_before_the_first_re_drive_comes_first() {
        Order hasty = new Order(
                ORDER,
                "token",
                OrderFixtures.aWish(),
                order.lines(),
                new Patience(Duration.ofSeconds(1), PATIENCE.redrives()),
                NOW);

        assertThat(hasty.dueAt()).isEqualTo(after("PT1S"));
        assertThat(hasty.alarm(after("PT1S"), PATIENCE))
                .hasSize(1)
                .allMatch(OrderCancellationRequested.class::isInstance);
        assertThat(hasty.dueAt()).isEqualTo(after("PT30S"));
    }

    @Test
    void where_somebody_asked_before_the_deadline_asks_no_more() {
        order.requestCancellation(Cancellation.BY_CUSTOMER, NOW);
        var asked = new OrderCancellationRequested(ORDER, NOW, "requested-by-customer");

        assertThat(ringsAt("PT30S")).containsExactly(created, asked);
        assertThat(order.alarm(DEADLINE, PATIENCE)).containsExactly(created, asked);
    }

    @Test
    void when_shipping_has_answered_the_request_is_not_repeated() {
        order.requestCancellation(Cancellation.BY_CUSTOMER, NOW);
        order.hear(fact(SHIPPING_CANCELLED), NOW);

        assertThat(ringsAt("PT30S")).containsExactly(created);
    }

    @Test
    void an_order_that_is_being_undone_is_said_again_beyond_its_deadline() {
        order.hear(fact(PAID), NOW);
        order.hear(fact(DEDUCTION_FAILED), NOW);

        assertThat(order.alarm(DEADLINE, PATIENCE)).containsExactly(created);
        assertThat(order.course().cancellation()).isNull();
        assertThat(due()).isAfter(DEADLINE);
    }

    @Test
    void what_is_decided_rings_no_more() {
        for (Order decided : List.of(anOrder(SHIPPED), anOrder(DELIVERED), anOrder(PAYMENT_FAILED))) {
            assertThat(decided.dueAt()).isNull();
            assertThat(decided.deadline()).isNull();
            assertThat(decided.alarm(DEADLINE, PATIENCE)).isEmpty();
            assertThat(decided.dueAt()).isNull();
        }
    }

    /// Claims that it is due then, and rings.
    private List<OrderFact> ringsAt(String afterPlacing) {
        assertThat(order.dueAt()).isEqualTo(after(afterPlacing));
        return order.alarm(after(afterPlacing), PATIENCE);
    }

    private Instant due() {
        return Objects.requireNonNull(order.dueAt());
    }

    private static Instant after(String duration) {
        return NOW.plus(Duration.parse(duration));
    }
}

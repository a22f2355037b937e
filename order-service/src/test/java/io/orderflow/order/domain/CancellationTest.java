package io.orderflow.order.domain;

import static io.orderflow.order.domain.Happened.DEDUCTED;
import static io.orderflow.order.domain.Happened.DEDUCTION_FAILED;
import static io.orderflow.order.domain.Happened.DELIVERED;
import static io.orderflow.order.domain.Happened.PAID;
import static io.orderflow.order.domain.Happened.PAYMENT_FAILED;
import static io.orderflow.order.domain.Happened.REFUNDED;
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

import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCancelled;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void the_first_request_is_kept_and_repeated_as_it_was() {
        Order order = anOrder(PAID);
        assertThat(order.cancellationRequested()).isEmpty();

        assertThat(order.requestCancellation(Cancellation.BY_CUSTOMER, NOW)).isEqualTo(Cancellation.Answer.ASKED);
        assertThat(order.requestCancellation(Cancellation.BY_OPERATOR, LATER))
                .isEqualTo(Cancellation.Answer.ASKED_BEFORE);

        assertThat(order.cancellationRequested())
                .contains(new OrderCancellationRequested(ORDER, NOW, "requested-by-customer"));
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.owed()).containsExactly(Obligation.DECISION);
    }

    @Test
    void what_has_left_the_house_is_not_cancelled() {
        for (Order order : List.of(anOrder(SHIPPED), anOrder(DELIVERED))) {
            assertThat(order.requestCancellation(Cancellation.BY_CUSTOMER, NOW))
                    .isEqualTo(Cancellation.Answer.ALREADY_SHIPPED);
            assertThat(order.course().cancellation()).isNull();
        }
    }

    @Test
    void what_fails_anyway_is_not_cancelled() {
        for (Order order : List.of(
                anOrder(PAYMENT_FAILED),
                anOrder(DEDUCTION_FAILED),
                anOrder(SHIPPING_FAILED),
                anOrder(SHIPPING_FAILED, REFUNDED, RELEASED),
                anOrder(REFUNDED),
                anOrder(RELEASED),
                anOrder(VOIDED))) {
            assertThat(order.requestCancellation(Cancellation.BY_CUSTOMER, NOW))
                    .isEqualTo(Cancellation.Answer.ALREADY_FAILED);
            assertThat(order.course().cancellation()).isNull();
        }
    }

    @Test
    void an_order_that_failed_after_it_was_asked_for_is_undone_as_it_is() {
        Order order = cancelling();
        order.hear(fact(SHIPPING_FAILED), NOW);
        assertThat(order.course().outcomeOfCancellation()).isEqualTo(Cancellation.Outcome.REFUSED);
        assertThat(order.requestCancellation(Cancellation.BY_CUSTOMER, LATER))
                .isEqualTo(Cancellation.Answer.ALREADY_FAILED);
        assertThat(order.reason()).isEqualTo("address-refused");
    }

    @Test
    void when_all_is_given_back_it_is_cancelled_for_the_reason_of_the_request() {
        Order order = cancelling();
        order.hear(fact(PAYMENT_FAILED), NOW);
        assertThat(order.status()).isEqualTo(OrderStatus.COMPENSATING);
        order.hear(fact(SHIPPING_CANCELLED), NOW);
        assertThat(order.course().outcomeOfCancellation()).isEqualTo(Cancellation.Outcome.ACCEPTED);
        assertThat(order.owed()).containsExactly(Obligation.RELEASE);

        assertThat(order.hear(fact(RELEASED), LATER))
                .containsExactly(new OrderCancelled(ORDER, LATER, "requested-by-operator"));
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.requestCancellation(Cancellation.BY_CUSTOMER, LATER))
                .isEqualTo(Cancellation.Answer.ASKED_BEFORE);
    }

    @Test
    void shipping_may_be_faster_than_the_request() {
        Order order = cancelling();
        order.hear(fact(DEDUCTED), NOW);
        order.hear(fact(SHIPPED), NOW);

        assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(order.owed()).isEmpty();
        assertThat(order.reason()).isNull();
        assertThat(order.course().outcomeOfCancellation()).isEqualTo(Cancellation.Outcome.REFUSED);
        assertThat(order.requestCancellation(Cancellation.BY_CUSTOMER, LATER))
                .isEqualTo(Cancellation.Answer.ALREADY_SHIPPED);
    }

    @Test
    void a_cancellation_whose_request_is_not_known_here_is_taken_at_shippings_word() {
        Order order = anOrder(SHIPPING_CANCELLED, VOIDED);

        assertThat(order.hear(fact(RELEASED), NOW))
                .containsExactly(new OrderCancelled(ORDER, NOW, "requested-by-customer"));
    }

    private static Order cancelling() {
        Order order = anOrder();
        order.requestCancellation(Cancellation.BY_OPERATOR, NOW);
        return order;
    }
}

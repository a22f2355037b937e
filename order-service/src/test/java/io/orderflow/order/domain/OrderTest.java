package io.orderflow.order.domain;

import static io.orderflow.order.domain.Happened.CANCELLATION_REQUESTED;
import static io.orderflow.order.domain.Happened.DEDUCTED;
import static io.orderflow.order.domain.Happened.DEDUCTION_FAILED;
import static io.orderflow.order.domain.Happened.DELIVERED;
import static io.orderflow.order.domain.Happened.PAID;
import static io.orderflow.order.domain.Happened.PAYMENT_FAILED;
import static io.orderflow.order.domain.Happened.REFUNDED;
import static io.orderflow.order.domain.Happened.REFUND_FAILED;
import static io.orderflow.order.domain.Happened.RELEASED;
import static io.orderflow.order.domain.Happened.SHIPPED;
import static io.orderflow.order.domain.Happened.SHIPPING_FAILED;
import static io.orderflow.order.domain.OrderFixtures.NOW;
import static io.orderflow.order.domain.OrderFixtures.ORDER;
import static io.orderflow.order.domain.OrderFixtures.anOrder;
import static io.orderflow.order.domain.OrderFixtures.euros;
import static io.orderflow.order.domain.OrderFixtures.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Money;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
    private final Order order = anOrder();

    @Test
    void a_new_order_awaits_its_payment_and_owes_nothing() {
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.owed()).isEmpty();
        assertThat(order.total()).isEqualTo(euros("25.80"));
        assertThat(order.created().lines()).isEqualTo(order.lines());
    }

    @Test
    void money_and_goods_bring_it_further() {
        order.hear(fact(PAID), NOW);
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);

        order.hear(fact(DEDUCTED), NOW);
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);

        order.hear(fact(SHIPPED), NOW);
        assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void goods_that_were_heard_of_before_the_money_confirm_it_all_the_same() {
        order.hear(fact(DEDUCTED), NOW);

        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void an_order_that_cannot_be_shipped_owes_money_and_goods_until_both_are_back() {
        order.hear(fact(PAID), NOW);
        order.hear(fact(DEDUCTED), NOW);
        order.hear(fact(SHIPPING_FAILED), NOW);
        assertThat(order.status()).isEqualTo(OrderStatus.COMPENSATING);
        assertThat(order.owed()).containsExactlyInAnyOrder(Obligation.REFUND, Obligation.RELEASE);

        assertThat(order.hear(fact(RELEASED), NOW)).isEmpty();
        assertThat(order.owed()).containsExactly(Obligation.REFUND);

        Instant end = NOW.plusSeconds(5);
        assertThat(order.hear(fact(REFUNDED), end)).containsExactly(new OrderFailed(ORDER, end, "address-refused"));
        assertThat(order.status()).isEqualTo(OrderStatus.FAILED);
        assertThat(order.course().endedAt()).isEqualTo(end);
    }

    @Test
    void goods_that_reach_their_recipient_are_an_end_whichever_is_heard_first() {
        order.hear(fact(DELIVERED), NOW);
        assertThat(order.status()).isEqualTo(OrderStatus.DELIVERED);

        assertThat(order.hear(fact(SHIPPED), NOW)).isEmpty();
        assertThat(order.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(order.course().endedAt()).isEqualTo(NOW);
    }

    @Test
    void a_refund_that_failed_stays_owed_and_needs_a_person() {
        order.hear(fact(PAID), NOW);
        order.hear(fact(DEDUCTION_FAILED), NOW);
        assertThat(order.course().needsPerson()).isFalse();

        assertThat(order.hear(fact(REFUND_FAILED), NOW)).isEmpty();
        assertThat(order.status()).isEqualTo(OrderStatus.COMPENSATING);
        assertThat(order.owed()).containsExactly(Obligation.REFUND);
        assertThat(order.course().needsPerson()).isTrue();

        assertThat(order.hear(fact(REFUNDED), NOW)).hasSize(1);
        assertThat(order.course().needsPerson()).isFalse();
    }

    @Test
    void an_end_is_never_told_to_be_before_its_cause() {
        assertThat(order.hear(fact(PAYMENT_FAILED), NOW.minusSeconds(5)))
                .containsExactly(new OrderFailed(ORDER, NOW, "card-declined"));
    }

    @Test
    void what_is_heard_after_its_end_does_not_move_it() {
        order.hear(fact(PAYMENT_FAILED), NOW);
        assertThat(order.hear(fact(SHIPPED), NOW)).isEmpty();

        assertThat(order.status()).isEqualTo(OrderStatus.FAILED);
        assertThat(order.owed()).isEmpty();
    }

    @Test
    void what_it_says_itself_is_nothing_new_to_it() {
        assertThat(order.hear(order.created(), NOW)).isEmpty();
        assertThat(order.hear(fact(CANCELLATION_REQUESTED), NOW)).isEmpty();

        assertThat(order.course()).isEqualTo(Course.ofNewOrder());
    }

    @Test
    void the_first_reason_stays() {
        order.hear(fact(DEDUCTION_FAILED), NOW);
        order.hear(fact(SHIPPING_FAILED), NOW);

        assertThat(order.reason()).isEqualTo("out-of-stock");
    }

    @Test
    void its_end_is_said_once_even_if_another_failure_is_heard_after_it() {
        assertThat(order.hear(fact(PAYMENT_FAILED), NOW)).hasSize(1);

        order.hear(fact(SHIPPING_FAILED), NOW);
        order.hear(fact(REFUNDED), NOW);
        assertThat(order.hear(fact(RELEASED), NOW)).isEmpty();
    }

    @Test
    void goods_that_left_the_house_are_not_called_a_failure() {
        order.hear(fact(SHIPPING_FAILED), NOW);
        order.hear(fact(SHIPPED), NOW);

        assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(order.owed()).isEmpty();
    }

    @Test
    void the_lines_are_kept_as_text_and_come_back() {
        var converter = new LinesAsText();
        var lines = List.of(
                new OrderLine("MUG-BLUE", 2, euros("12.90")),
                new OrderLine("9-X", 1000, new Money("JPY", new BigDecimal("900"))),
                new OrderLine("FREE", 1, euros("0.00")));

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(lines)))
                .isEqualTo(lines);
    }
}

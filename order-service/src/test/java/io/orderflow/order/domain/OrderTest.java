package io.orderflow.order.domain;

import static io.orderflow.order.domain.OrderFixtures.NOW;
import static io.orderflow.order.domain.OrderFixtures.ORDER;
import static io.orderflow.order.domain.OrderFixtures.anOrder;
import static io.orderflow.order.domain.OrderFixtures.euros;
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
        order.hear(Happened.PAID, null, NOW);
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);

        order.hear(Happened.DEDUCTED, null, NOW);
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);

        order.hear(Happened.SHIPPED, null, NOW);
        assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void goods_that_were_heard_of_before_the_money_confirm_it_all_the_same() {
        order.hear(Happened.DEDUCTED, null, NOW);

        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void an_order_that_cannot_be_shipped_owes_money_and_goods_until_both_are_back() {
        order.hear(Happened.PAID, null, NOW);
        order.hear(Happened.DEDUCTED, null, NOW);
        order.hear(Happened.SHIPPING_FAILED, "address-refused", NOW);
        assertThat(order.status()).isEqualTo(OrderStatus.COMPENSATING);
        assertThat(order.owed()).containsExactlyInAnyOrder(Obligation.REFUND, Obligation.RELEASE);

        assertThat(order.hear(Happened.RELEASED, null, NOW)).isEmpty();
        assertThat(order.owed()).containsExactly(Obligation.REFUND);

        Instant end = NOW.plusSeconds(5);
        assertThat(order.hear(Happened.REFUNDED, null, end)).contains(new OrderFailed(ORDER, end, "address-refused"));
        assertThat(order.status()).isEqualTo(OrderStatus.FAILED);
        assertThat(order.failedAt()).isEqualTo(end);
    }

    @Test
    void the_first_reason_stays() {
        order.hear(Happened.DEDUCTION_FAILED, "out-of-stock", NOW);
        order.hear(Happened.SHIPPING_FAILED, "address-refused", NOW);

        assertThat(order.reason()).isEqualTo("out-of-stock");
    }

    @Test
    void its_end_is_said_once_even_if_another_failure_is_heard_after_it() {
        assertThat(order.hear(Happened.PAYMENT_FAILED, "card-declined", NOW)).isPresent();

        order.hear(Happened.SHIPPING_FAILED, "address-refused", NOW);
        order.hear(Happened.REFUNDED, null, NOW);
        assertThat(order.hear(Happened.RELEASED, null, NOW)).isEmpty();
    }

    @Test
    void goods_that_left_the_house_are_not_called_a_failure() {
        order.hear(Happened.SHIPPING_FAILED, "address-refused", NOW);
        order.hear(Happened.SHIPPED, null, NOW);

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

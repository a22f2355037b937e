package io.orderflow.order.domain;

import static io.orderflow.order.domain.OrderFixtures.NOW;
import static io.orderflow.order.domain.OrderFixtures.ORDER;
import static io.orderflow.order.domain.OrderFixtures.anOrder;
import static io.orderflow.order.domain.OrderFixtures.euros;
import static io.orderflow.order.domain.OrderFixtures.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.Shortage;
import io.orderflow.events.StockLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void money_is_told_with_its_currency_and_all_its_decimals() {
        assertThat(Sentences.of(anOrder().created())).contains("EUR 25.80");
    }

    @Test
    void a_reason_is_told_in_words() {
        assertThat(Sentences.of(new PaymentFailed(ORDER, NOW, euros("25.80"), "insufficient-funds")))
                .contains("insufficient funds");
    }

    @Test
    void every_line_that_is_short_is_told() {
        var shortages = List.of(new Shortage("MUG-BLUE", 2, 1), new Shortage("TEA", 3, 0));

        assertThat(Sentences.of(new InventoryUpdateFailed(ORDER, NOW, "out-of-stock", shortages)))
                .contains("2 of MUG-BLUE ordered, 1 there", "3 of TEA ordered, 0 there");
    }

    @Test
    void where_nothing_was_set_aside_nothing_is_said_to_be_back() {
        assertThat(Sentences.of(new InventoryReleased(ORDER, NOW, List.of()))).doesNotContain("back");
        assertThat(Sentences.of(new InventoryReleased(ORDER, NOW, List.of(new StockLine("TEA", 1)))))
                .contains("back in stock");
    }

    @Test
    void who_asked_to_cancel_is_told_in_plain_words() {
        assertThat(asked("requested-by-customer")).isEqualTo("You asked to cancel the order.");
        assertThat(asked("requested-by-operator")).isEqualTo("The shop asked to cancel the order.");
        assertThat(asked("deadline-passed")).contains("not shipped in time");
        assertThat(asked("anything-else")).contains("anything else");
    }

    @Test
    void a_refund_that_failed_is_seen_to_by_people() {
        assertThat(Sentences.of(new PaymentRefundFailed(ORDER, NOW, euros("25.80"), "account-closed")))
                .contains("EUR 25.80", "account closed", "people are seeing to it");
    }

    @Test
    void whatever_happens_to_an_order_has_a_sentence() {
        for (Happened what : Happened.values()) {
            assertThat(Sentences.of(fact(what))).as("%s", what).endsWith(".").doesNotContain("null", "-by-");
        }
    }

    private static String asked(String reason) {
        return Sentences.of(new OrderCancellationRequested(ORDER, NOW, reason));
    }
}

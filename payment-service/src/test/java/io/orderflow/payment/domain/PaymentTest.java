package io.orderflow.payment.domain;

import static io.orderflow.payment.domain.PaymentFixtures.NOW;
import static io.orderflow.payment.domain.PaymentFixtures.ORDER;
import static io.orderflow.payment.domain.PaymentFixtures.TOTAL;
import static io.orderflow.payment.domain.PaymentFixtures.aCapturedPayment;
import static io.orderflow.payment.domain.PaymentFixtures.aChargingPayment;
import static io.orderflow.payment.domain.PaymentFixtures.orderCreated;
import static io.orderflow.payment.domain.PaymentFixtures.outOfStock;
import static io.orderflow.payment.domain.PaymentFixtures.shippingFailed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.payment.domain.Outcome.Captured;
import io.orderflow.payment.domain.Outcome.Declined;
import io.orderflow.payment.domain.Outcome.Refunded;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentTest {
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void an_order_is_charged() {
        var payment = new Payment(ORDER);

        assertThat(payment.hear(orderCreated(), "cause", NOW)).isEmpty();

        assertThat(payment.state()).isEqualTo(PaymentState.CHARGING);
        assertThat(payment.conclude(new Captured("ch_1"), NOW))
                .containsExactly(new PaymentProcessed(ORDER, NOW, TOTAL, "ch_1"));
        assertThat(payment.state()).isEqualTo(PaymentState.CAPTURED);
    }

    @Test
    void a_declined_card_fails_the_payment_with_the_providers_reason() {
        var payment = aChargingPayment();

        assertThat(payment.conclude(new Declined("card-declined"), NOW))
                .containsExactly(new PaymentFailed(ORDER, NOW, TOTAL, "card-declined"));
    }

    @Test
    void money_for_an_order_that_is_out_of_stock_goes_back() {
        var payment = aCapturedPayment();

        payment.hear(outOfStock(), "cause", NOW);

        assertThat(payment.state()).isEqualTo(PaymentState.REFUNDING);
        assertThat(payment.conclude(new Refunded("re_1"), LATER))
                .containsExactly(new PaymentRefunded(ORDER, LATER, TOTAL, "out-of-stock", "re_1"));
    }

    @Test
    void money_for_an_order_that_nobody_carries_goes_back() {
        var payment = aCapturedPayment();

        payment.hear(shippingFailed(), "cause", NOW);

        assertThat(payment.conclude(new Refunded("re_1"), NOW))
                .containsExactly(new PaymentRefunded(ORDER, NOW, TOTAL, "address-refused", "re_1"));
    }

    @Test
    void two_causes_refund_once_and_the_first_one_is_the_reason() {
        var payment = aCapturedPayment();

        payment.hear(shippingFailed(), "cause", NOW);
        payment.hear(outOfStock(), "cause", NOW);
        var said = payment.conclude(new Refunded("re_1"), NOW);
        payment.hear(outOfStock(), "cause", NOW);

        assertThat(said).containsExactly(new PaymentRefunded(ORDER, NOW, TOTAL, "address-refused", "re_1"));
        assertThat(payment.state()).isEqualTo(PaymentState.REFUNDED);
    }

    @Test
    void a_charge_that_is_still_open_when_the_order_fails_is_awaited_and_then_goes_back_by_itself() {
        var payment = aChargingPayment();

        payment.hear(outOfStock(), "cause", NOW);
        assertThat(payment.state()).isEqualTo(PaymentState.CHARGING);

        assertThat(payment.conclude(new Captured("ch_1"), NOW))
                .containsExactly(new PaymentProcessed(ORDER, NOW, TOTAL, "ch_1"));
        assertThat(payment.state()).isEqualTo(PaymentState.REFUNDING);
    }

    @Test
    void a_declined_charge_of_a_failed_order_leaves_nothing_to_give_back() {
        var payment = aChargingPayment();
        payment.hear(outOfStock(), "cause", NOW);

        payment.conclude(new Declined("card-declined"), NOW);

        assertThat(payment.state()).isEqualTo(PaymentState.DECLINED);
    }

    @Test
    void an_order_that_failed_before_it_was_heard_of_is_never_charged() {
        var payment = new Payment(ORDER);
        payment.hear(outOfStock(), "cause", NOW);

        assertThat(payment.hear(orderCreated(), "cause", NOW))
                .containsExactly(new PaymentFailed(ORDER, NOW, TOTAL, "out-of-stock"));

        assertThat(payment.state()).isEqualTo(PaymentState.NEVER_CHARGED);
    }

    @Test
    void an_order_that_asks_again_hears_the_same_answer_with_the_facts_of_then() {
        var captured = aCapturedPayment();
        assertThat(captured.hear(orderCreated(), "again", LATER))
                .containsExactly(new PaymentProcessed(ORDER, NOW, TOTAL, "ch_1"));
        assertThat(captured.state()).isEqualTo(PaymentState.CAPTURED);

        captured.hear(outOfStock(), "cause", NOW);
        captured.conclude(new Refunded("re_1"), NOW);
        assertThat(captured.hear(orderCreated(), "again", LATER))
                .containsExactly(new PaymentRefunded(ORDER, NOW, TOTAL, "out-of-stock", "re_1"));

        var declined = aChargingPayment();
        declined.conclude(new Declined("card-declined"), NOW);
        assertThat(declined.hear(orderCreated(), "again", LATER))
                .containsExactly(new PaymentFailed(ORDER, NOW, TOTAL, "card-declined"));
    }

    @Test
    void an_order_that_asks_again_while_an_answer_is_awaited_hears_nothing() {
        var charging = aChargingPayment();
        assertThat(charging.hear(orderCreated(), "again", LATER)).isEmpty();
        assertThat(charging.state()).isEqualTo(PaymentState.CHARGING);

        var refunding = aCapturedPayment();
        refunding.hear(outOfStock(), "cause", NOW);
        assertThat(refunding.hear(orderCreated(), "again", LATER)).isEmpty();
        assertThat(refunding.state()).isEqualTo(PaymentState.REFUNDING);
    }

    @Test
    void an_answer_to_an_operation_that_is_not_open_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> aCapturedPayment().conclude(new Captured("ch_2"), NOW))
                .withMessageContaining("CAPTURED");
        assertThatIllegalStateException().isThrownBy(() -> aChargingPayment().conclude(new Refunded("re_1"), NOW));
    }
}

package io.orderflow.payment.domain;

import static io.orderflow.payment.domain.PaymentFixtures.NOW;
import static io.orderflow.payment.domain.PaymentFixtures.ORDER;
import static io.orderflow.payment.domain.PaymentFixtures.TOTAL;
import static io.orderflow.payment.domain.PaymentFixtures.aCapturedPayment;
import static io.orderflow.payment.domain.PaymentFixtures.aChargingPayment;
import static io.orderflow.payment.domain.PaymentFixtures.aRefundingPayment;
import static io.orderflow.payment.domain.PaymentFixtures.orderCreated;
import static io.orderflow.payment.domain.PaymentFixtures.outOfStock;
import static io.orderflow.payment.domain.PaymentFixtures.shippingCancelled;
import static io.orderflow.payment.domain.PaymentFixtures.shippingFailed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.PaymentVoided;
import io.orderflow.payment.domain.Outcome.Captured;
import io.orderflow.payment.domain.Outcome.Declined;
import io.orderflow.payment.domain.Outcome.NeverAsked;
import io.orderflow.payment.domain.Outcome.RefundFailed;
import io.orderflow.payment.domain.Outcome.RefundRefused;
import io.orderflow.payment.domain.Outcome.Refunded;
import java.time.Instant;
import java.util.List;
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
    void an_order_that_is_called_off_before_it_was_heard_of_is_void_and_stays_so() {
        var payment = new Payment(ORDER);
        var voided = new PaymentVoided(ORDER, NOW, "requested-by-customer");

        assertThat(payment.hear(shippingCancelled(), "cause", NOW)).containsExactly(voided);
        assertThat(payment.hear(outOfStock(), "cause", LATER)).isEmpty();
        assertThat(payment.hear(orderCreated(), "cause", LATER)).containsExactly(voided);

        assertThat(payment.state()).isEqualTo(PaymentState.VOIDED);
        assertThat(payment.open()).isEmpty();
    }

    @Test
    void a_charge_that_was_never_tried_is_void_when_the_order_is_called_off() {
        var payment = aChargingPayment();

        assertThat(payment.hear(shippingCancelled(), "cause", NOW)).isEmpty();

        assertThat(payment.conclude(new NeverAsked(), LATER))
                .containsExactly(new PaymentVoided(ORDER, LATER, "requested-by-customer"));
        assertThat(payment.hear(orderCreated(), "again", LATER.plusSeconds(1)))
                .containsExactly(new PaymentVoided(ORDER, LATER, "requested-by-customer"));
    }

    @Test
    void money_for_an_order_that_was_cancelled_goes_back() {
        var payment = aCapturedPayment();

        payment.hear(shippingCancelled(), "cause", NOW);

        assertThat(payment.conclude(new Refunded("re_1"), LATER))
                .containsExactly(new PaymentRefunded(ORDER, LATER, TOTAL, "requested-by-customer", "re_1"));
    }

    @Test
    void a_refused_refund_is_retried_by_a_person_under_another_key() {
        var payment = aRefundingPayment();
        var refused = payment.open().orElseThrow();

        assertThat(payment.conclude(new RefundRefused("account-closed"), LATER))
                .containsExactly(new PaymentRefundFailed(ORDER, LATER, TOTAL, "account-closed"));
        assertThat(payment.open()).isEmpty();
        payment.retryRefund("cause", LATER);

        assertThat(payment.open())
                .hasValueSatisfying(retried -> assertThat(retried.key()).isNotEqualTo(refused.key()));
        assertThat(payment.conclude(new Refunded("re_2"), LATER))
                .containsExactly(new PaymentRefunded(ORDER, LATER, TOTAL, "out-of-stock", "re_2"));
    }

    @Test
    void a_refund_with_an_unknown_outcome_keeps_its_key_for_ever() {
        var payment = aRefundingPayment();
        var first = payment.open().orElseThrow();

        for (int times = 0; times < 3; times++) {
            assertThat(payment.conclude(new RefundFailed("provider-unavailable"), LATER))
                    .containsExactly(new PaymentRefundFailed(ORDER, LATER, TOTAL, "provider-unavailable"));
            payment.retryRefund("cause", LATER);
            assertThat(payment.open()).contains(first);
        }
    }

    @Test
    void a_refund_that_is_unknown_after_a_refusal_keeps_the_second_key() {
        var payment = aRefundingPayment();
        payment.conclude(new RefundRefused("account-closed"), NOW);
        payment.retryRefund("cause", NOW);
        var second = payment.open().orElseThrow();

        payment.conclude(new RefundFailed("provider-unavailable"), NOW);

        assertThat(payment.owed()).isEqualTo(second);
        payment.retryRefund("cause", NOW);
        assertThat(payment.open()).contains(second);
    }

    @Test
    void a_person_settles_a_failed_refund_once() {
        var payment = aRefundingPayment();
        payment.conclude(new RefundFailed("provider-unavailable"), NOW);

        assertThat(payment.settleRefund("transfer 17", LATER))
                .containsExactly(new PaymentRefunded(ORDER, LATER, TOTAL, "out-of-stock", "transfer 17"));

        assertThat(payment.state()).isEqualTo(PaymentState.REFUNDED);
        assertThatExceptionOfType(NoFailedRefund.class).isThrownBy(() -> payment.settleRefund("transfer 18", LATER));
        assertThatExceptionOfType(NoFailedRefund.class).isThrownBy(() -> payment.retryRefund("cause", LATER));
    }

    @Test
    void only_a_failed_refund_is_retried_or_settled() {
        var voided = new Payment(ORDER);
        voided.hear(shippingCancelled(), "cause", NOW);
        for (var payment :
                List.of(new Payment(ORDER), aChargingPayment(), aCapturedPayment(), aRefundingPayment(), voided)) {
            assertThatExceptionOfType(NoFailedRefund.class)
                    .isThrownBy(() -> payment.retryRefund("cause", NOW))
                    .withMessageContaining(payment.state().name());
            assertThatExceptionOfType(NoFailedRefund.class).isThrownBy(() -> payment.settleRefund("transfer", NOW));
        }
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
                .containsExactly(
                        new PaymentProcessed(ORDER, NOW, TOTAL, "ch_1"),
                        new PaymentRefunded(ORDER, NOW, TOTAL, "out-of-stock", "re_1"));

        var failed = aRefundingPayment();
        failed.conclude(new RefundRefused("account-closed"), NOW);
        assertThat(failed.hear(orderCreated(), "again", LATER))
                .containsExactly(
                        new PaymentProcessed(ORDER, NOW, TOTAL, "ch_1"),
                        new PaymentRefundFailed(ORDER, NOW, TOTAL, "account-closed"));

        var declined = aChargingPayment();
        declined.conclude(new Declined("card-declined"), NOW);
        assertThat(declined.hear(orderCreated(), "again", LATER))
                .containsExactly(new PaymentFailed(ORDER, NOW, TOTAL, "card-declined"));
    }

    @Test
    void an_order_that_asks_again_while_an_answer_is_awaited_hears_what_stands() {
        var charging = aChargingPayment();
        assertThat(charging.hear(orderCreated(), "again", LATER)).isEmpty();
        assertThat(charging.state()).isEqualTo(PaymentState.CHARGING);

        var refunding = aRefundingPayment();
        assertThat(refunding.hear(orderCreated(), "again", LATER))
                .containsExactly(new PaymentProcessed(ORDER, NOW, TOTAL, "ch_1"));
        assertThat(refunding.state()).isEqualTo(PaymentState.REFUNDING);
    }

    @Test
    void an_answer_to_an_operation_that_is_not_open_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> aCapturedPayment().conclude(new Captured("ch_2"), NOW))
                .withMessageContaining("CAPTURED");
        assertThatIllegalStateException().isThrownBy(() -> aChargingPayment().conclude(new Refunded("re_1"), NOW));
        assertThatIllegalStateException().isThrownBy(() -> aCapturedPayment().conclude(new RefundFailed("no"), NOW));
    }
}

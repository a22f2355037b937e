package io.orderflow.payment.domain;

import static io.orderflow.payment.domain.ArrivalRun.Step.ORDER_CREATED;
import static io.orderflow.payment.domain.ArrivalRun.Step.OUTCOME_IS_CERTAIN;
import static io.orderflow.payment.domain.ArrivalRun.Step.OUT_OF_STOCK;
import static io.orderflow.payment.domain.ArrivalRun.Step.PERSON_RETRIES;
import static io.orderflow.payment.domain.ArrivalRun.Step.PERSON_SETTLES;
import static io.orderflow.payment.domain.ArrivalRun.Step.PROVIDER_IS_ASKED;
import static io.orderflow.payment.domain.ArrivalRun.Step.SHIPPING_CANCELLED;
import static io.orderflow.payment.domain.ArrivalRun.Step.SHIPPING_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.PaymentVoided;
import io.orderflow.payment.domain.ArrivalRun.Provider;
import io.orderflow.payment.domain.ArrivalRun.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every order in which the facts of one order, the provider's answers and what a person does can come, with
/// duplicates.
class AnyOrderOfArrivalTest {
    @Test
    void an_order_that_is_called_off_keeps_no_money_whatever_came_first() {
        everyRun(
                Map.of(
                        ORDER_CREATED,
                        2,
                        OUT_OF_STOCK,
                        1,
                        SHIPPING_FAILED,
                        1,
                        SHIPPING_CANCELLED,
                        2,
                        PROVIDER_IS_ASKED,
                        1,
                        OUTCOME_IS_CERTAIN,
                        2),
                Provider.WILLING,
                AnyOrderOfArrivalTest::keepsNoMoney);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "REFUND.*")
    void a_refund_in_trouble_is_made_once_whatever_a_person_does_and_when(Provider provider) {
        everyRun(
                Map.of(
                        ORDER_CREATED,
                        2,
                        OUT_OF_STOCK,
                        1,
                        SHIPPING_CANCELLED,
                        1,
                        OUTCOME_IS_CERTAIN,
                        3,
                        PERSON_RETRIES,
                        1,
                        PERSON_SETTLES,
                        1),
                provider,
                run -> {
                    keepsNoMoney(run);
                    assertThat(run.said(PaymentRefundFailed.class)).hasSize(run.failures());
                });
    }

    @Test
    void an_order_that_is_not_called_off_is_charged_once() {
        everyRun(Map.of(ORDER_CREATED, 3, PROVIDER_IS_ASKED, 2, OUTCOME_IS_CERTAIN, 2), Provider.WILLING, run -> {
            assertThat(run.captured()).isEqualTo(1);
            assertThat(run.returned()).isZero();
            assertThat(run.state()).isEqualTo(PaymentState.CAPTURED);
            assertThat(run.said()).hasSize(1);
            assertThat(run.said(PaymentProcessed.class)).hasSize(1);
        });
    }

    @Test
    void a_declined_card_moves_no_money_whatever_came_first() {
        everyRun(
                Map.of(
                        ORDER_CREATED,
                        2,
                        OUT_OF_STOCK,
                        2,
                        SHIPPING_CANCELLED,
                        1,
                        PROVIDER_IS_ASKED,
                        1,
                        OUTCOME_IS_CERTAIN,
                        2),
                Provider.DECLINES,
                run -> {
                    assertThat(run.captured()).isZero();
                    assertThat(run.returned()).isZero();
                    assertThat(run.said()).hasSize(1);
                    if (run.state() == PaymentState.VOIDED) {
                        assertThat(run.said(PaymentVoided.class)).hasSize(1);
                    } else {
                        assertThat(run.state()).isEqualTo(PaymentState.DECLINED);
                        assertThat(run.said(PaymentFailed.class)).hasSize(1);
                    }
                });
    }

    private static void keepsNoMoney(ArrivalRun run) {
        assertThat(run.captured()).isEqualTo(run.returned()).isLessThanOrEqualTo(1);
        assertThat(run.state()).isEqualTo(run.captured() == 1 ? PaymentState.REFUNDED : PaymentState.VOIDED);
        assertThat(run.said(PaymentProcessed.class)).hasSize(run.captured());
        assertThat(run.said(PaymentRefunded.class)).hasSize(run.captured());
        assertThat(run.said(PaymentVoided.class)).hasSize(1 - run.captured());
        assertThat(run.said(PaymentFailed.class)).isEmpty();
        if (run.wasAsked()) {
            assertThat(run.state()).isEqualTo(PaymentState.REFUNDED);
        }
    }

    private static void everyRun(Map<Step, Integer> steps, Provider provider, Consumer<ArrivalRun> claim) {
        everyOrder(new EnumMap<>(steps), new ArrayList<>(), order -> {
            var run = new ArrivalRun(provider);
            order.forEach(run::step);
            run.finish();
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
}

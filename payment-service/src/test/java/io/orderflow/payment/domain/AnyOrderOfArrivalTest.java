package io.orderflow.payment.domain;

import static io.orderflow.payment.domain.PaymentFixtures.NOW;
import static io.orderflow.payment.domain.PaymentFixtures.ORDER;
import static io.orderflow.payment.domain.PaymentFixtures.orderCreated;
import static io.orderflow.payment.domain.PaymentFixtures.outOfStock;
import static io.orderflow.payment.domain.PaymentFixtures.shippingFailed;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.PaymentFact;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefunded;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Every order in which the facts of one order and the provider's answers can come, each fact twice.
class AnyOrderOfArrivalTest {
    private enum Step {
        ORDER_CREATED,
        OUT_OF_STOCK,
        SHIPPING_FAILED,
        PROVIDER_ANSWERS
    }

    @Test
    void an_order_that_failed_keeps_no_money_whatever_came_first() {
        everyRun(
                Map.of(Step.ORDER_CREATED, 2, Step.OUT_OF_STOCK, 2, Step.SHIPPING_FAILED, 2, Step.PROVIDER_ANSWERS, 3),
                true,
                run -> {
                    assertThat(run.captures).isEqualTo(run.refunds).isLessThanOrEqualTo(1);
                    assertThat(run.payment.state()).isIn(PaymentState.REFUNDED, PaymentState.NEVER_CHARGED);
                    assertThat(run.said(PaymentProcessed.class)).hasSize(run.captures);
                    assertThat(run.said(PaymentRefunded.class)).hasSize(run.refunds);
                    assertThat(run.said(PaymentFailed.class)).hasSize(1 - run.captures);
                });
    }

    @Test
    void an_order_that_did_not_fail_is_charged_once() {
        everyRun(Map.of(Step.ORDER_CREATED, 3, Step.PROVIDER_ANSWERS, 2), true, run -> {
            assertThat(run.captures).isEqualTo(1);
            assertThat(run.refunds).isZero();
            assertThat(run.payment.state()).isEqualTo(PaymentState.CAPTURED);
            assertThat(run.said(PaymentProcessed.class)).hasSize(1);
        });
    }

    @Test
    void a_declined_card_moves_no_money_whatever_came_first() {
        everyRun(
                Map.of(Step.ORDER_CREATED, 2, Step.OUT_OF_STOCK, 2, Step.SHIPPING_FAILED, 1, Step.PROVIDER_ANSWERS, 2),
                false,
                run -> {
                    assertThat(run.captures).isZero();
                    assertThat(run.refunds).isZero();
                    assertThat(run.payment.state()).isIn(PaymentState.DECLINED, PaymentState.NEVER_CHARGED);
                    assertThat(run.said(PaymentFailed.class)).hasSize(1);
                });
    }

    private static void everyRun(Map<Step, Integer> steps, boolean approves, Consumer<Run> claim) {
        everyOrder(new EnumMap<>(steps), new ArrayList<>(), order -> {
            var run = new Run(approves);
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

    private static final class Run {
        private final Payment payment = new Payment(ORDER);
        private final Set<PaymentFact> said = new HashSet<>();
        private final boolean approves;
        private int captures;
        private int refunds;

        Run(boolean approves) {
            this.approves = approves;
        }

        void step(Step step) {
            switch (step) {
                case ORDER_CREATED -> said.addAll(payment.hear(orderCreated(), "cause", NOW));
                case OUT_OF_STOCK -> payment.hear(outOfStock(), "cause", NOW);
                case SHIPPING_FAILED -> payment.hear(shippingFailed(), "cause", NOW);
                case PROVIDER_ANSWERS -> answer();
            }
        }

        void finish() {
            answer();
            answer();
        }

        <F extends PaymentFact> List<F> said(Class<F> type) {
            return said.stream().filter(type::isInstance).map(type::cast).toList();
        }

        private void answer() {
            if (payment.state() == PaymentState.CHARGING && approves) {
                captures++;
                said.addAll(payment.conclude(new Outcome.Captured("ch_" + captures), NOW));
            } else if (payment.state() == PaymentState.CHARGING) {
                said.addAll(payment.conclude(new Outcome.Declined("card-declined"), NOW));
            } else if (payment.state() == PaymentState.REFUNDING) {
                refunds++;
                said.addAll(payment.conclude(new Outcome.Refunded("re_" + refunds), NOW));
            }
        }
    }
}

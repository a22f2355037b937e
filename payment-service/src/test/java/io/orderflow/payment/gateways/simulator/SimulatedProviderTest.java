package io.orderflow.payment.gateways.simulator;

import static io.orderflow.payment.domain.PaymentFixtures.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderflow.messaging.test.ServiceTest;
import io.orderflow.payment.domain.Operation.Charge;
import io.orderflow.payment.domain.Operation.Refund;
import io.orderflow.payment.domain.Outcome;
import io.orderflow.payment.gateways.OutcomeUnknown;
import io.orderflow.payment.gateways.PaymentProvider;
import io.orderflow.payment.gateways.simulator.LedgerEntry.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
@TestPropertySource(properties = "orderflow.payment.simulator.slow=200ms")
class SimulatedProviderTest {
    @Autowired
    private PaymentProvider provider;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void the_same_key_is_charged_once_and_answered_alike() throws OutcomeUnknown {
        var charge = aCharge("tok_approved");

        var first = provider.charge(charge);

        assertThat(first).isInstanceOf(Outcome.Captured.class);
        assertThat(provider.charge(charge)).isEqualTo(first);
        assertThat(provider.find(charge.key())).contains(first);
        assertThat(ledger.entriesOf(charge.orderId())).hasSize(1);
        assertThat(ledger.requestsOf(charge.orderId())).hasSize(2);
    }

    @Test
    void many_calls_at_once_with_one_key_charge_once() throws Exception {
        var charge = aCharge("tok_approved");
        var calls = new ArrayList<Callable<Outcome>>();
        for (int call = 0; call < 8; call++) {
            calls.add(() -> provider.charge(charge));
        }

        var answers = new HashSet<Outcome>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(1);
        assertThat(ledger.entriesOf(charge.orderId())).hasSize(1);
        assertThat(ledger.requestsOf(charge.orderId())).hasSize(8);
    }

    @Test
    void a_time_out_before_charging_charges_nothing_and_the_next_call_does() throws OutcomeUnknown {
        var charge = aCharge("tok_timeout_before");

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> provider.charge(charge));
        assertThat(provider.find(charge.key())).isEmpty();
        assertThat(ledger.entriesOf(charge.orderId())).isEmpty();

        assertThat(provider.charge(charge)).isInstanceOf(Outcome.Captured.class);
    }

    @Test
    void a_time_out_after_charging_has_charged() throws OutcomeUnknown {
        var charge = aCharge("tok_timeout_after");

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> provider.charge(charge));

        assertThat(provider.find(charge.key())).containsInstanceOf(Outcome.Captured.class);
        assertThat(provider.charge(charge)).isInstanceOf(Outcome.Captured.class);
        assertThat(ledger.entriesOf(charge.orderId()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo(Kind.CAPTURE));
    }

    @Test
    void an_error_500_charges_nothing_and_ends_after_two_calls() throws OutcomeUnknown {
        var charge = aCharge("tok_error_500");

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> provider.charge(charge));
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> provider.charge(charge));

        assertThat(provider.charge(charge)).isInstanceOf(Outcome.Captured.class);
        assertThat(ledger.requestsOf(charge.orderId()))
                .extracting(LedgerRequest::answer)
                .containsExactly("error 500", "error 500", "CAPTURE");
    }

    @Test
    void a_token_that_is_no_test_card_is_declined() throws OutcomeUnknown {
        assertThat(provider.charge(aCharge("tok_visa"))).isEqualTo(new Outcome.Declined("unknown-token"));
    }

    @Test
    void a_refund_is_made_once() throws OutcomeUnknown {
        var refund = new Refund(UUID.randomUUID(), TOTAL, "ch_1", 1);

        var first = provider.refund(refund);

        assertThat(provider.refund(refund)).isEqualTo(first);
        assertThat(ledger.entriesOf(refund.orderId()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo(Kind.REFUND));
    }

    @Test
    void a_refused_refund_is_refused_for_ever_under_its_key_and_made_under_the_next() throws OutcomeUnknown {
        var charge = aCharge("tok_refund_refused");
        var first = aRefundOf(charge, 1);
        var second = aRefundOf(charge, 2);

        assertThat(provider.refund(first)).isEqualTo(new Outcome.RefundRefused("account-closed"));
        assertThat(provider.refund(second)).isInstanceOf(Outcome.Refunded.class);

        assertThat(provider.refund(first)).isEqualTo(new Outcome.RefundRefused("account-closed"));
        assertThat(provider.find(first.key())).contains(new Outcome.RefundRefused("account-closed"));
        assertThat(ledger.entriesOf(charge.orderId()))
                .extracting(LedgerEntry::kind)
                .containsExactly(Kind.CAPTURE, Kind.REFUND_REFUSED, Kind.REFUND);
    }

    @Test
    void errors_of_a_refund_give_nothing_back_and_end_after_three_calls() throws OutcomeUnknown {
        var charge = aCharge("tok_refund_error");
        var refund = aRefundOf(charge, 1);

        for (int call = 0; call < 3; call++) {
            assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> provider.refund(refund));
        }

        assertThat(provider.find(refund.key())).isEmpty();
        assertThat(provider.refund(refund)).isInstanceOf(Outcome.Refunded.class);
    }

    @Test
    void a_time_out_after_refunding_has_refunded() throws OutcomeUnknown {
        var charge = aCharge("tok_refund_timeout_after");
        var refund = aRefundOf(charge, 1);

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> provider.refund(refund));

        assertThat(provider.find(refund.key())).containsInstanceOf(Outcome.Refunded.class);
        assertThat(provider.refund(refund)).isInstanceOf(Outcome.Refunded.class);
    }

    @Test
    void a_refused_refund_counts_as_refused_and_moves_no_money() throws OutcomeUnknown {
        var before = ledger.summary();
        var charge = aCharge("tok_refund_refused");

        provider.refund(aRefundOf(charge, 1));

        var after = ledger.summary();
        assertThat(after.refundsRefused()).isEqualTo(before.refundsRefused() + 1);
        assertThat(after.ordersRefunded()).isEqualTo(before.ordersRefunded());
        assertThat(after.ordersCharged()).isEqualTo(before.ordersCharged() + 1);
        assertThat(refunded(after)).isEqualByComparingTo(refunded(before));
    }

    @Test
    void what_the_provider_did_stands_although_its_caller_rolls_back() {
        var charge = aCharge("tok_approved");

        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            assertThat(charged(charge)).isInstanceOf(Outcome.Captured.class);
            transaction.setRollbackOnly();
        });

        assertThat(ledger.entriesOf(charge.orderId())).hasSize(1);
    }

    @Test
    void two_charges_of_one_order_under_two_keys_would_be_seen() {
        var orderId = UUID.randomUUID();
        for (int charge = 0; charge < 2; charge++) {
            ledger.book(List.of(new Ledger.Draft(
                    new LedgerEntry(UUID.randomUUID(), orderId, Kind.CAPTURE, TOTAL, "ch_" + charge, null), null)));
        }

        assertThat(ledger.summary().ordersChargedMoreThanOnce()).contains(orderId);
    }

    private Outcome charged(Charge charge) {
        try {
            return provider.charge(charge);
        } catch (OutcomeUnknown unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    /// A refund of a charge that it makes first.
    private Refund aRefundOf(Charge charge, int sequence) {
        var captured = (Outcome.Captured) charged(charge);
        return new Refund(charge.orderId(), TOTAL, captured.reference(), sequence);
    }

    private static BigDecimal refunded(LedgerSummary summary) {
        return summary.sums().stream()
                .filter(sum -> sum.currency().equals(TOTAL.currency()))
                .map(sum -> new BigDecimal(sum.refunded()))
                .findAny()
                .orElse(BigDecimal.ZERO);
    }

    private static Charge aCharge(String token) {
        return new Charge(UUID.randomUUID(), TOTAL, token);
    }
}

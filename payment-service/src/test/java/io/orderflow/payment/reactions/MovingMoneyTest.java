package io.orderflow.payment.reactions;

import static io.orderflow.payment.domain.PaymentFixtures.ORDER;
import static io.orderflow.payment.domain.PaymentFixtures.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import io.orderflow.messaging.Events;
import io.orderflow.payment.domain.Operation;
import io.orderflow.payment.domain.Outcome;
import io.orderflow.payment.gateways.OutcomeUnknown;
import io.orderflow.payment.gateways.PaymentProvider;
import io.orderflow.payment.gateways.PaymentSettings;
import io.orderflow.payment.gateways.Payments;
import io.orderflow.payment.reactions.MovingMoney.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovingMoneyTest {
    private static final Operation CHARGE = new Operation.Charge(ORDER, TOTAL, "tok_approved");
    private static final Operation REFUND = new Operation.Refund(ORDER, TOTAL, "ch_1", 1);

    private final List<String> calls = new ArrayList<>();

    @Test
    void a_charge_that_is_called_off_before_its_first_try_is_not_asked_for() throws OutcomeUnknown {
        assertThat(moving(aProvider()).perform(new Attempt(CHARGE, 1, false, true)))
                .isEqualTo(new Outcome.NeverAsked());
        assertThat(calls).isEmpty();
    }

    @Test
    void a_charge_that_may_have_been_asked_for_is_completed_although_it_is_called_off() throws OutcomeUnknown {
        assertThat(moving(aProvider()).perform(new Attempt(CHARGE, 2, true, true)))
                .isEqualTo(new Outcome.Captured("ch_1"));
        assertThat(calls).containsExactly("find", "charge");
    }

    @Test
    void what_the_provider_has_never_been_asked_for_is_not_looked_up() throws OutcomeUnknown {
        moving(aProvider()).perform(new Attempt(CHARGE, 1, false, false));
        moving(aProvider()).perform(new Attempt(REFUND, 1, false, true));

        assertThat(calls).containsExactly("charge", "refund");
    }

    @Test
    void a_refund_that_a_person_wants_again_is_looked_up_first() throws OutcomeUnknown {
        moving(aProvider()).perform(new Attempt(REFUND, 1, true, true));

        assertThat(calls).containsExactly("find", "refund");
    }

    @Test
    void a_refund_is_given_up_when_its_tries_are_used_up() throws OutcomeUnknown {
        var moving = moving(aSilentProvider());

        for (int number = 1; number < 3; number++) {
            var attempt = new Attempt(REFUND, number, number > 1, true);
            assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> moving.perform(attempt));
        }

        assertThat(moving.perform(new Attempt(REFUND, 3, true, true)))
                .isEqualTo(new Outcome.RefundFailed("provider-unavailable"));
    }

    @Test
    void a_busy_provider_proves_nothing_about_an_earlier_try() throws OutcomeUnknown {
        var busy = new Outcome.NotYet(Duration.ofSeconds(2));
        var moving = moving(aProvider(busy));

        assertThat(moving.perform(new Attempt(CHARGE, 1, false, false))).isEqualTo(busy);
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> moving.perform(new Attempt(CHARGE, 2, true, false)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000_000})
    void a_charge_is_never_given_up(int number) {
        var attempt = new Attempt(CHARGE, number, number > 1, number > 1);

        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> moving(aSilentProvider()).perform(attempt));
    }

    private static MovingMoney moving(PaymentProvider provider) {
        var simulator = new PaymentSettings.Simulator(Duration.ZERO, Duration.ZERO);
        var settings = new PaymentSettings(PaymentSettings.Provider.SIMULATOR, 3, simulator);
        return new MovingMoney(provider, settings, mock(Payments.class), mock(Events.class), Clock.systemUTC());
    }

    private PaymentProvider aProvider() {
        return aProvider(new Outcome.Captured("ch_1"));
    }

    private PaymentProvider aProvider(Outcome.OfCharge charged) {
        return new PaymentProvider() {
            @Override
            public Outcome.OfCharge charge(Operation.Charge charge) {
                calls.add("charge");
                return charged;
            }

            @Override
            public Outcome.OfRefund refund(Operation.Refund refund) {
                calls.add("refund");
                return new Outcome.Refunded("re_1");
            }

            @Override
            public Optional<Outcome> find(UUID key) {
                calls.add("find");
                return Optional.empty();
            }
        };
    }

    private static PaymentProvider aSilentProvider() {
        return new PaymentProvider() {
            @Override
            public Outcome.OfCharge charge(Operation.Charge charge) throws OutcomeUnknown {
                throw new OutcomeUnknown("time-out");
            }

            @Override
            public Outcome.OfRefund refund(Operation.Refund refund) throws OutcomeUnknown {
                throw new OutcomeUnknown("time-out");
            }

            @Override
            public Optional<Outcome> find(UUID key) throws OutcomeUnknown {
                throw new OutcomeUnknown("time-out");
            }
        };
    }
}

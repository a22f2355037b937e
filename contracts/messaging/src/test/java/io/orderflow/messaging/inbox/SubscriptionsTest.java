package io.orderflow.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.events.Money;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.PaymentFact;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.ShippingFailed;
import io.orderflow.messaging.Cause;
import io.orderflow.messaging.Envelope;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.LockFirst;
import io.orderflow.messaging.ReactTo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final UUID ORDER = UUID.randomUUID();

    @Test
    void the_parameter_is_the_subscription() {
        assertThat(new Subscriptions(List.of(new Reader())).keys())
                .containsExactly(
                        "v1.order.failed",
                        "v1.payment.failed",
                        "v1.payment.processed",
                        "v1.payment.refund-failed",
                        "v1.payment.refunded",
                        "v1.payment.voided",
                        "v1.shipping.failed");
    }

    @Test
    void everything_is_locked_before_the_first_fact_is_told_and_batches_come_at_once() {
        var reader = new Reader();

        new Subscriptions(List.of(reader))
                .tell(List.of(paymentFailed(), heard(shippingFailed()), paymentFailed(), heard(orderFailed())));

        assertThat(reader.seen).containsExactly("lock 4", "shipping", "order v1.order.failed", "batch of 2");
    }

    @Test
    void a_reaction_runs_with_the_event_as_its_cause() {
        var reader = new Reader();
        Heard<Fact> fact = heard(shippingFailed());

        new Subscriptions(List.of(reader)).tell(List.of(fact));

        assertThat(reader.cause).isEqualTo(new Cause(fact.envelope().eventId(), null));
    }

    @Test
    void what_a_reaction_throws_comes_out_as_it_is() {
        var angry = new Object() {
            @ReactTo
            void react(OrderFailed fact) {
                throw new UnsupportedOperationException(fact.reason());
            }
        };

        assertThatThrownBy(() -> new Subscriptions(List.of(angry)).tell(List.of(heard(orderFailed()))))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("out-of-stock");
    }

    @Test
    void two_reactions_to_one_event_are_refused() {
        var twice = new Object() {
            @ReactTo
            void one(OrderFailed fact) {}

            @ReactTo
            void other(OrderFailed fact) {}
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> new Subscriptions(List.of(twice)))
                .withMessageContaining("two reactions to v1.order.failed");
    }

    @Test
    void a_method_that_does_not_fit_is_refused() {
        var misfit = new Object() {
            @ReactTo
            void react(String text) {}
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> new Subscriptions(List.of(misfit)))
                .withMessageContaining("does not take");
    }

    private static OrderFailed orderFailed() {
        return new OrderFailed(ORDER, Instant.EPOCH, "out-of-stock");
    }

    private static ShippingFailed shippingFailed() {
        return new ShippingFailed(ORDER, Instant.EPOCH, "address-refused");
    }

    private static Heard<Fact> paymentFailed() {
        return heard(new PaymentFailed(ORDER, Instant.EPOCH, new Money("EUR", BigDecimal.ONE), "declined"));
    }

    private static Heard<Fact> heard(Fact fact) {
        String type = EventTypes.keyOf(fact.getClass());
        return new Heard<>(
                fact, new Envelope(UUID.randomUUID(), type, "test", fact.subject(), Instant.EPOCH, null, null, 1));
    }

    @SuppressWarnings("unused")
    static final class Reader {
        final List<String> seen = new ArrayList<>();

        @Nullable
        Cause cause;

        @LockFirst
        void lock(List<? extends Fact> batch) {
            seen.add("lock " + batch.size());
        }

        @ReactTo
        void shipping(ShippingFailed fact) {
            seen.add("shipping");
            cause = Cause.current();
        }

        @ReactTo
        void order(OrderFailed fact, Envelope envelope) {
            seen.add("order " + envelope.type());
        }

        @ReactTo
        void payments(List<Heard<PaymentFact>> batch) {
            seen.add("batch of " + batch.size());
        }
    }
}

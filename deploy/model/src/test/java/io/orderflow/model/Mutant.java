package io.orderflow.model;

import static io.orderflow.model.Tampering.asIfDeducted;
import static io.orderflow.model.Tampering.forgetful;
import static io.orderflow.model.Tampering.granted;
import static io.orderflow.model.Tampering.isFirstOf;
import static io.orderflow.model.Tampering.nothing;
import static io.orderflow.model.Tampering.paid;
import static io.orderflow.model.Tampering.refunded;
import static io.orderflow.model.Tampering.refundingAgain;
import static io.orderflow.model.Tampering.released;
import static io.orderflow.model.Tampering.reopened;
import static io.orderflow.model.Tampering.unended;
import static io.orderflow.model.Tampering.without;

import io.orderflow.events.Fact;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentVoided;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.model.Participant.Reply;
import java.util.List;
import java.util.Set;

/// Wrong decisions, each the mistake of one line that somebody has made somewhere. The check has to catch every one of
/// them, or it proves nothing.
enum Mutant {
    /// The decisions as they are.
    NONE("", Hearing.REAL, Asking.REAL),

    // What a service does with a fact.
    PAYMENT_DROPS_THE_TOMBSTONE(
            "payment",
            (it, memory, fact) -> fact instanceof ShippingCancelled && isFirstOf(fact, memory)
                    ? nothing(memory)
                    : it.hear(memory, fact)),
    PAYMENT_ACTS_ON_THE_REQUEST(
            "payment",
            (it, memory, fact) ->
                    it.hear(memory, fact instanceof OrderCancellationRequested asked ? granted(asked) : fact),
            OrderCancellationRequested.class),
    PAYMENT_FORGETS_TO_SAY_THAT_IT_VOIDED(
            "payment", (it, memory, fact) -> without(PaymentVoided.class, it.hear(memory, fact))),
    PAYMENT_REFUNDS_ONCE_PER_CAUSE(
            "payment",
            (it, memory, fact) -> it.hear(fact instanceof OrderCreated ? memory : refundingAgain(memory, fact), fact)),
    INVENTORY_DROPS_THE_TOMBSTONE(
            "inventory",
            (it, memory, fact) -> fact instanceof ShippingCancelled && isFirstOf(fact, memory)
                    ? nothing(memory)
                    : it.hear(memory, fact)),
    INVENTORY_DEDUCTS_WITHOUT_PAYMENT(
            "inventory",
            (it, memory, fact) -> fact instanceof OrderCreated created
                    ? it.hear(it.hear(memory, fact).memory(), paid(created))
                    : it.hear(memory, fact)),
    INVENTORY_PUTS_BACK_EACH_TIME(
            "inventory",
            (it, memory, fact) ->
                    it.hear(fact instanceof ShippingCancelled ? asIfDeducted(memory, fact) : memory, fact)),
    SHIPPING_FORGETS_THAT_IT_CANCELLED("shipping", (it, memory, fact) -> it.hear(reopened(memory, fact), fact)),
    SHIPPING_CANCELS_WHAT_THE_CARRIER_MAY_HAVE(
            "shipping",
            (it, memory, fact) -> fact instanceof OrderCancellationRequested asked
                    ? new Reply(it.hear(memory, fact).memory(), List.of(granted(asked)))
                    : it.hear(memory, fact)),
    ORDER_BELIEVES_THE_LAST_EVENT("order", (it, memory, fact) -> it.hear(forgetful(memory, fact), fact)),
    ORDER_FORGETS_ITS_END("order", (it, memory, fact) -> it.hear(unended(memory, fact), fact)),
    ORDER_CLOSES_BEFORE_THE_GOODS_ARE_BACK(
            "order",
            (it, memory, fact) -> it.hear(
                    fact instanceof ShippingCancelled
                            ? it.hear(memory, released(fact)).memory()
                            : memory,
                    fact)),
    ORDER_TAKES_A_FAILED_REFUND_FOR_A_REFUND(
            "order",
            (it, memory, fact) ->
                    it.hear(memory, fact instanceof PaymentRefundFailed failed ? refunded(failed) : fact)),

    // How payment asks its provider.
    PAYMENT_ASKS_AGAIN_UNDER_ANOTHER_KEY("payment", Tampering.ANOTHER_KEY),
    PAYMENT_TAKES_SILENCE_FOR_A_REFUSAL("payment", Tampering.SILENCE_IS_REFUSAL),
    PAYMENT_KEEPS_LATE_MONEY("payment", Tampering.LATE_MONEY_STAYS);

    private final String who;
    private final Hearing hearing;
    private final Asking asking;
    private final Set<Class<?>> alsoHears;

    Mutant(String who, Hearing hearing, Class<?>... alsoHears) {
        this(who, hearing, Asking.REAL, alsoHears);
    }

    Mutant(String who, Asking asking) {
        this(who, Hearing.REAL, asking);
    }

    Mutant(String who, Hearing hearing, Asking asking, Class<?>... alsoHears) {
        this.who = who;
        this.hearing = hearing;
        this.asking = asking;
        this.alsoHears = Set.of(alsoHears);
    }

    /// The participants of a space, one of them mutated.
    List<Participant> participants(Space space) {
        return List.of(
                mutated(new OrderParticipant(space)),
                mutated(new PaymentParticipant(space, asking)),
                mutated(new InventoryParticipant(space)),
                mutated(new ShippingParticipant(space)));
    }

    /// Whether a participant hears what its service has no reaction to.
    boolean alsoHears(String name, Fact fact) {
        return name.equals(who) && alsoHears.contains(fact.getClass());
    }

    private Participant mutated(Participant it) {
        return it.name().equals(who) ? new Mutated(it, hearing) : it;
    }
}

package io.orderflow.model;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Fact;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentFact;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import io.orderflow.model.Space.Provider;
import io.orderflow.payment.domain.Operation;
import io.orderflow.payment.domain.Outcome;
import io.orderflow.payment.domain.Payment;
import io.orderflow.payment.domain.PaymentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The payment service and its provider. The provider keeps books by idempotency key, answers or stays silent
/// after it has booked, declines and refuses.
final class PaymentParticipant implements Participant {
    private static final String CAUSE = "model";

    private final Names names;
    private final Provider provider;
    private final Asking asking;

    PaymentParticipant(Space space, Asking asking) {
        this.names = space.names();
        this.provider = space.provider();
        this.asking = asking;
    }

    /// What payment and its provider remember.
    ///
    /// @param payments one row per order
    /// @param books    what the provider decided, by key
    /// @param tried    the orders whose open operation was claimed before
    /// @param byHand   the orders whose money a person gave back
    record Memory(Map<UUID, Photo> payments, Map<UUID, Entry> books, Set<UUID> tried, Set<UUID> byHand) {
        Payment payment(UUID order) {
            Photo photo = payments.get(order);
            return photo == null ? new Payment(order) : (Payment) photo.develop();
        }

        Memory with(Payment payment) {
            return new Memory(Values.with(payments, payment.orderId(), Photo.of(payment)), books, tried, byHand);
        }

        Memory booked(UUID key, Entry entry) {
            return new Memory(payments, Values.with(books, key, entry), tried, byHand);
        }

        Memory tried(UUID order, boolean was) {
            return new Memory(payments, books, Values.changed(tried, order, was), byHand);
        }

        Memory byHand(UUID order) {
            return new Memory(payments, books, tried, Values.changed(byHand, order, true));
        }

        /// The outcome of the open operation is certain.
        Reply conclude(UUID order, Outcome outcome) {
            Payment payment = payment(order);
            List<PaymentFact> said = payment.conclude(outcome, Space.NOW);
            return new Reply(with(payment).tried(order, false), said);
        }

        /// The same, but for what somebody tampers with.
        Memory changed(UUID order, UnaryOperator<Photo> tampering) {
            Photo photo = tampering.apply(Photo.of(payment(order)));
            return new Memory(Values.with(payments, order, photo), books, tried, byHand);
        }

        long count(UUID order, Class<? extends Outcome> kind) {
            return books.values().stream()
                    .filter(entry -> entry.order().equals(order) && kind.isInstance(entry.outcome()))
                    .count();
        }
    }

    /// One entry of the provider's books.
    record Entry(UUID order, Outcome outcome) {}

    @Override
    public String name() {
        return "payment";
    }

    @Override
    public Reply newborn() {
        return new Reply(new Memory(Map.of(), Map.of(), Set.of(), Set.of()), List.of());
    }

    @Override
    public Reply hear(Object memory, Fact fact) {
        Memory before = (Memory) memory;
        Payment payment = before.payment(((AboutOrder) fact).orderId());
        List<PaymentFact> said = switch (fact) {
            case OrderCreated it -> payment.hear(it, CAUSE, Space.NOW);
            case InventoryUpdateFailed it -> payment.hear(it, CAUSE, Space.NOW);
            case ShippingFailed it -> payment.hear(it, CAUSE, Space.NOW);
            case ShippingCancelled it -> payment.hear(it, CAUSE, Space.NOW);
            default -> throw new IllegalStateException("the model does not know what payment does with " + fact);
        };
        return new Reply(before.with(payment), said);
    }

    @Override
    public List<Deed> deeds(Object memory) {
        Memory now = (Memory) memory;
        var deeds = new ArrayList<Deed>();
        for (UUID order : now.payments().keySet()) {
            Payment payment = now.payment(order);
            if (payment.state() == PaymentState.REFUND_FAILED) {
                personal(now, order, deeds);
            }
            payment.open().ifPresent(operation -> attempts(now, payment, operation, deeds));
        }
        return deeds;
    }

    /// What may come of working on the open operation, as `MovingMoney` does.
    private void attempts(Memory now, Payment payment, Operation operation, List<Deed> deeds) {
        UUID order = operation.orderId();
        String name = names.of(order);
        boolean first = !now.tried().contains(order);
        if (first && operation instanceof Operation.Charge && payment.isCalledOff()) {
            deeds.add(done("payment does not charge " + name, Kind.PROGRESS, now, order, new Outcome.NeverAsked()));
            return;
        }
        UUID key = asking.key(operation, first);
        Optional<Entry> known = Optional.ofNullable(now.books().get(key));
        if (known.isPresent()) {
            Outcome outcome = known.get().outcome();
            deeds.add(done("payment learns that " + name + " is " + word(outcome), Kind.PROGRESS, now, order, outcome));
            return;
        }
        for (Outcome outcome : provider.answers(operation)) {
            Memory booked = now.booked(key, new Entry(order, outcome));
            String word = "the provider's word on " + name + " is " + word(outcome);
            deeds.add(done(word, Kind.PROGRESS, booked, order, outcome));
            if (provider.silences()) {
                deeds.add(new Deed(word + ", and nobody hears it", Kind.WHIM, asking.silence(booked, order)));
            }
        }
        if (first && operation instanceof Operation.Charge && provider.silences()) {
            var busy = new Outcome.NotYet(Duration.ZERO);
            deeds.add(done("the provider is busy, and does nothing for " + name, Kind.WHIM, now, order, busy));
        }
        if (first && provider.silences()) {
            deeds.add(new Deed(
                    "payment begins to ask for " + name + ", and is cut off", Kind.WHIM, asking.silence(now, order)));
        }
        if (operation instanceof Operation.Refund && provider.givesUp() && !first) {
            var unknown = new Outcome.RefundFailed("provider-unavailable");
            deeds.add(done("payment gives the refund of " + name + " up", Kind.WHIM, now, order, unknown));
        }
    }

    /// What a person can do about a failed refund.
    private void personal(Memory now, UUID order, List<Deed> deeds) {
        Payment again = now.payment(order);
        again.retryRefund(CAUSE, Space.NOW);
        deeds.add(new Deed(
                "a person has the refund of " + names.of(order) + " tried again",
                Kind.PROGRESS,
                new Reply(now.with(again).tried(order, false), List.of())));
        Payment settled = now.payment(order);
        Optional<Outcome> found =
                Optional.ofNullable(now.books().get(settled.owed().key())).map(Entry::outcome);
        boolean byProvider = found.filter(Outcome.Refunded.class::isInstance).isPresent();
        List<PaymentFact> said = settled.settleRefund(byProvider ? "provider" : "by-hand", Space.NOW);
        deeds.add(new Deed(
                "a person settles the refund of " + names.of(order),
                Kind.WHIM,
                new Reply(byProvider ? now.with(settled) : now.with(settled).byHand(order), said)));
    }

    private Deed done(String name, Kind kind, Memory now, UUID order, Outcome outcome) {
        return new Deed(name, kind, asking.before(now, order, outcome).conclude(order, outcome));
    }

    private static String word(Outcome outcome) {
        return outcome.getClass()
                .getSimpleName()
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }
}

package io.orderflow.shipping.gateways.simulator;

import static java.util.Objects.requireNonNull;

import io.orderflow.events.Address;
import io.orderflow.messaging.group.GroupCommit;
import io.orderflow.shipping.domain.Booking;
import io.orderflow.shipping.domain.Outcome;
import io.orderflow.shipping.domain.Outcome.Answer;
import io.orderflow.shipping.domain.Outcome.Whereabouts;
import io.orderflow.shipping.gateways.Carrier;
import io.orderflow.shipping.gateways.OutcomeUnknown;
import io.orderflow.shipping.gateways.simulator.CarrierBooks.Draft;
import io.orderflow.shipping.gateways.simulator.CarrierBooks.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A carrier that carries nothing: the address says what happens. A street with `Nowhere` in it is refused,
/// the city `Slowtown` is slow, for the city `Errorville` two calls fail before one works, goods for the city
/// `Lostville` are never delivered, every other address is served. It behaves as a real one does: its books are
/// its own and are committed before it answers, and a key that it has decided gets the same answer for ever.
public class SimulatedCarrier implements Carrier {
    /// The name by which it goes in `OrderShipped`.
    public static final String NAME = "Simulated Carrier";

    private static final int ERRORS = 2;
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final CarrierBooks books;
    private final GroupCommit<Booking, Optional<Answer>> bookings;
    private final Duration latency;
    private final Duration slow;
    private final Duration deliversAfter;

    /// A carrier with these books.
    ///
    /// @param latency       how long every booking takes
    /// @param slow          how much longer a booking for the slow town takes
    /// @param deliversAfter how long goods are on their way
    public SimulatedCarrier(
            CarrierBooks books,
            PlatformTransactionManager transactions,
            Duration latency,
            Duration slow,
            Duration deliversAfter) {
        this.books = books;
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.bookings = GroupCommit.ofAll(together -> requireNonNull(own.execute(_ -> answers(together))));
        this.latency = latency;
        this.slow = slow;
        this.deliversAfter = deliversAfter;
    }

    @Override
    public Answer book(Booking booking) throws OutcomeUnknown {
        Duration way = isIn("Slowtown", booking.shipTo()) ? latency.plus(slow) : latency;
        travel(way);
        Optional<Answer> answer = bookings.commit(booking);
        travel(way);
        return answer.orElseThrow(() -> new OutcomeUnknown("error 500"));
    }

    @Override
    public Whereabouts track(String trackingNumber) {
        Optional<Instant> delivery = books.deliveryOf(trackingNumber);
        return delivery.isPresent() ? new Outcome.Delivered(delivery.get()) : new Outcome.OnItsWay();
    }

    /// The first time when goods should be there; after that ever more seldom, each time after as long as they have
    /// been on their way by then, so that goods that got lost cost nothing.
    @Override
    public Optional<Duration> looksAfter(Duration underWay) {
        if (underWay.isZero()) {
            return Optional.of(deliversAfter);
        }
        Duration wait = underWay.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : underWay;
        return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    /// Answers bookings that came at the same time, in one transaction of the carrier's own.
    private List<Optional<Answer>> answers(List<Booking> calls) {
        Map<UUID, Entry> standing = new HashMap<>(
                books.find(calls.stream().map(Booking::key).distinct().toList()));
        Map<UUID, Draft> drafts = new LinkedHashMap<>();
        for (Booking call : calls) {
            if (!standing.containsKey(call.key()) && !fails(call)) {
                drafts.put(call.key(), new Draft(entry(call), onItsWay(call)));
            }
        }
        standing.putAll(books.book(List.copyOf(drafts.values())));
        var answers = new ArrayList<Optional<Answer>>(calls.size());
        var told = new ArrayList<String>(calls.size());
        for (Booking call : calls) {
            @Nullable Entry entry = standing.get(call.key());
            answers.add(Optional.ofNullable(entry).map(SimulatedCarrier::outcome));
            told.add(entry == null ? "error 500" : entry.refusal() == null ? "booked" : entry.refusal());
        }
        books.note(calls, told);
        return answers;
    }

    private boolean fails(Booking booking) {
        return isIn("Errorville", booking.shipTo()) && books.requests(booking.key()) < ERRORS;
    }

    private static Entry entry(Booking booking) {
        @Nullable String refusal = booking.shipTo().street().contains("Nowhere") ? "address-refused" : null;
        @Nullable String trackingNumber = refusal == null ? trackingNumber(booking.key()) : null;
        return new Entry(booking.key(), booking.orderId(), trackingNumber, refusal);
    }

    private @Nullable Duration onItsWay(Booking booking) {
        return isIn("Lostville", booking.shipTo()) ? null : deliversAfter;
    }

    private static Answer outcome(Entry entry) {
        return entry.refusal() == null
                ? new Outcome.Booked(NAME, requireNonNull(entry.trackingNumber()))
                : new Outcome.Refused(entry.refusal());
    }

    private static String trackingNumber(UUID key) {
        return "SIM" + key.toString().replace("-", "").substring(0, 20).toUpperCase(Locale.ROOT);
    }

    private static boolean isIn(String city, Address address) {
        return address.city().equalsIgnoreCase(city);
    }

    /// Half of the time passes on the way there and half on the way back, so that a caller that dies while it
    /// waits dies before or after the booking.
    private static void travel(Duration way) throws OutcomeUnknown {
        try {
            Thread.sleep(way.dividedBy(2));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown("interrupted");
        }
    }
}

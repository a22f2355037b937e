package io.orderflow.shipping.gateways.simulator;

import static io.orderflow.shipping.domain.ShipmentFixtures.LONDON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderflow.events.Address;
import io.orderflow.shipping.ShippingTest;
import io.orderflow.shipping.domain.Booking;
import io.orderflow.shipping.domain.Outcome;
import io.orderflow.shipping.gateways.Carrier;
import io.orderflow.shipping.gateways.OutcomeUnknown;
import io.orderflow.shipping.gateways.simulator.CarrierBooks.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShippingTest
class SimulatedCarrierTest {
    @Autowired
    private Carrier carrier;

    @Autowired
    private CarrierBooks books;

    @Test
    void the_same_key_is_booked_once_and_answered_alike() throws OutcomeUnknown {
        var booking = aBookingTo(LONDON);

        var first = carrier.book(booking);

        assertThat(first).isInstanceOf(Outcome.Booked.class);
        assertThat(carrier.book(booking)).isEqualTo(first);
        assertThat(books.entriesOf(booking.orderId())).hasSize(1);
    }

    @Test
    void many_calls_at_once_with_one_key_book_once() throws Exception {
        var booking = aBookingTo(LONDON);
        var calls = new ArrayList<Callable<Outcome>>();
        for (int call = 0; call < 8; call++) {
            calls.add(() -> carrier.book(booking));
        }

        var answers = new HashSet<Outcome>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(1);
        assertThat(books.entriesOf(booking.orderId())).hasSize(1);
    }

    @Test
    void a_street_that_is_nowhere_is_refused_for_ever() throws OutcomeUnknown {
        var booking = aBookingTo(new Address("Ada Lovelace", "1 Nowhere Lane", "London", "SW1Y 4JH", "GB"));

        assertThat(carrier.book(booking)).isEqualTo(new Outcome.Refused("address-refused"));
        assertThat(carrier.book(booking)).isEqualTo(new Outcome.Refused("address-refused"));
    }

    @Test
    void an_error_books_nothing_and_ends_after_two_calls() throws OutcomeUnknown {
        var booking = aBookingTo(new Address("Ada Lovelace", "12 High Street", "Errorville", "1", "GB"));

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> carrier.book(booking));
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> carrier.book(booking));
        assertThat(books.entriesOf(booking.orderId())).isEmpty();

        assertThat(carrier.book(booking)).isInstanceOf(Outcome.Booked.class);
    }

    @Test
    void goods_on_their_way_are_asked_for_ever_more_seldom_and_at_least_once_a_day() {
        assertThat(carrier.looksAfter(Duration.ZERO)).contains(Duration.ofMinutes(10));
        assertThat(carrier.looksAfter(Duration.ofMillis(1))).contains(Duration.ofSeconds(1));
        assertThat(carrier.looksAfter(Duration.ofMinutes(10))).contains(Duration.ofMinutes(10));
        assertThat(carrier.looksAfter(Duration.ofHours(5))).contains(Duration.ofHours(5));
        assertThat(carrier.looksAfter(Duration.ofDays(30))).contains(Duration.ofDays(1));
    }

    @Test
    void what_it_does_not_know_is_on_its_way() throws OutcomeUnknown {
        assertThat(carrier.track("SIM0")).isEqualTo(new Outcome.OnItsWay());
    }

    @Test
    void a_second_booking_of_an_order_under_another_key_shows_in_the_books() {
        var twice = UUID.randomUUID();
        books.book(List.of(
                new CarrierBooks.Draft(new Entry(UUID.randomUUID(), twice, "T1", null), null),
                new CarrierBooks.Draft(new Entry(UUID.randomUUID(), twice, "T2", null), null)));

        assertThat(books.ordersBookedMoreThanOnce(100)).contains(twice);
    }

    private static Booking aBookingTo(Address address) {
        return new Booking(UUID.randomUUID(), address);
    }
}

package io.orderflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SagasTest {
    private static final long MILLI = 1_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final Sagas sagas = new Sagas(clock::get);
    private final Measure measure = new Measure();

    private void at(long millis) {
        clock.set(millis * MILLI);
    }

    private double longestSaga() {
        return Latency.of(measure.sagas()).max();
    }

    @Test
    void a_saga_takes_from_when_its_request_was_to_be_sent() {
        sagas.placed("a", measure, 100 * MILLI);
        at(350);
        sagas.shipped("a");

        assertThat(longestSaga()).isBetween(249.9, 250.3);
    }

    @Test
    void an_end_that_is_heard_before_the_answer_is_read_counts_from_the_same_instant() {
        at(350);
        sagas.shipped("a");
        at(400);
        sagas.placed("a", measure, 100 * MILLI);

        assertThat(longestSaga()).isBetween(249.9, 250.3);
        assertThat(sagas.tally().shipped()).isEqualTo(1);
    }

    @Test
    void what_is_heard_twice_counts_once() {
        var ends = new AtomicInteger();
        sagas.onEnd(ends::incrementAndGet);
        sagas.placed("a", measure, 0);
        for (int twice = 0; twice < 2; twice++) {
            sagas.shipped("a");
            sagas.delivered("a");
        }

        assertThat(sagas.tally()).isEqualTo(new Tally(1, 1, 1, 0, 0, 0));
        assertThat(ends).hasValue(1);
        assertThat(sagas.tally().nothingLost()).isTrue();
    }

    @Test
    void an_order_without_an_end_is_lost_and_one_that_failed_is_not_well_either() {
        sagas.placed("a", measure, 0);
        assertThat(sagas.tally().lost()).isEqualTo(1);
        assertThat(sagas.tally().nothingLost()).isFalse();

        sagas.failed("a");
        assertThat(sagas.tally().lost()).isZero();
        assertThat(sagas.tally().settled()).isTrue();
        assertThat(sagas.tally().nothingLost()).isFalse();
    }

    @Test
    void ends_are_counted_by_the_second() {
        at(1500);
        sagas.shipped("a");
        sagas.shipped("b");
        at(3000);

        assertThat(sagas.shippedBySecond()).containsExactly(0, 2, 0);
    }

    @Test
    void the_order_is_found_in_the_bytes_of_an_event() {
        String id = "0198c5a1-7d3e-7c52-9a41-5f2f6b1c8e10";
        byte[] body = "{\"at\":1,\"orderId\":\"%s\",\"x\":2}".formatted(id).getBytes(StandardCharsets.UTF_8);

        assertThat(Ends.orderId(body)).isEqualTo(id);
        assertThat(Ends.orderId("{\"orderId\":\"0198\"}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    /// A sender that is kept waiting for a second is late for the next requests, and does not forgive itself.
    @Test
    void a_request_that_is_sent_late_is_counted_from_when_it_was_to_be_sent() {
        var schedule = new OpenLoop.Schedule(10, 3, 0);

        assertThat(schedule.next(() -> 0)).isZero();
        assertThat(schedule.next(() -> 5_000 * MILLI)).isEqualTo(100 * MILLI);
        assertThat(schedule.next(() -> 5_000 * MILLI)).isEqualTo(200 * MILLI);
        assertThat(schedule.next(() -> 5_000 * MILLI)).isEqualTo(OpenLoop.Schedule.OVER);
    }

    @Test
    void no_request_is_sent_early() {
        var now = new AtomicLong();
        var schedule = new OpenLoop.Schedule(1000, 2, 0);

        schedule.next(now::get);
        schedule.next(() -> now.addAndGet(MILLI / 4));

        assertThat(now.get()).isGreaterThanOrEqualTo(MILLI);
    }

    @Test
    void percentiles_are_milliseconds() {
        var micros = new Histogram(3);
        for (int i = 1; i <= 100; i++) {
            micros.recordValue(i * 1000L);
        }
        Latency latency = Latency.of(micros);

        assertThat(latency.p50()).isBetween(50.0, 50.1);
        assertThat(latency.p99()).isBetween(99.0, 99.2);
        assertThat(latency.max()).isBetween(100.0, 100.2);
        assertThat(latency.curve()).hasSameSizeAs(Latency.POINTS).isSorted();
    }
}

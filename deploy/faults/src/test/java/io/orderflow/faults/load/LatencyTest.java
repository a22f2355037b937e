package io.orderflow.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatencyTest {
    @Test
    void percentiles_are_within_a_few_percent() {
        var latency = new Latency();
        for (int millis = 1; millis <= 1_000; millis++) {
            latency.add(millis);
        }

        assertThat(latency.percentile(50)).isCloseTo(500, Percentage.withPercentage(5));
        assertThat(latency.percentile(99)).isCloseTo(990, Percentage.withPercentage(5));
    }

    @Test
    void nothing_counted_is_nothing_and_the_unbelievable_is_the_most() {
        var latency = new Latency();
        assertThat(latency.percentile(99)).isZero();

        latency.add(Long.MAX_VALUE);
        assertThat(latency.percentile(50)).isGreaterThan(900_000);
    }

    @Test
    void the_time_of_an_id_is_read_from_it() {
        var id = UUID.fromString("01a1ff05-f5d9-75e8-85d0-d40aabe9fd69");

        assertThat(Customer.madeAt(id)).isEqualTo(Instant.ofEpochMilli(0x01a1ff05f5d9L));
    }
}

package io.orderflow.analytics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderflow.messaging.web.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void without_a_window_everything_counts() {
        assertThat(Since.of(null, NOW)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void a_window_begins_at_an_instant() {
        assertThat(Since.of("2026-02-28T10:00:00.5Z", NOW)).isEqualTo("2026-02-28T10:00:00.500Z");
    }

    @Test
    void a_window_begins_a_duration_ago() {
        assertThat(Since.of("PT1H", NOW)).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(Since.of("P1D", NOW)).isEqualTo("2026-02-28T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-30T00:00:00Z",
                "P",
                "PT-1H",
                "P99999999D",
                "P9223372036854775807D",
                "PT9223372036854775807S",
                "1969-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z"
            })
    void anything_else_is_refused(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Since.of(text, NOW))
                .satisfies(refusal -> assertThat(refusal.getBody().getDetail()).startsWith("since must be"));
    }
}

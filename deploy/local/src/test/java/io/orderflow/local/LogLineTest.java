package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void the_log_line_that_matters_is_the_sentence_of_the_service() {
        assertThat(LogLine.thatMatters(List.of(
                        "INFO starting",
                        "order-service does not start: spring.datasource.url is missing",
                        "ERROR something after it",
                        "")))
                .contains("order-service does not start: spring.datasource.url is missing");
        assertThat(LogLine.thatMatters(List.of("a", "Caused by: this", "  at there")))
                .contains("Caused by: this");
        assertThat(LogLine.thatMatters(List.of("a", "b", " "))).contains("b");
    }

    @Test
    void without_a_sentence_it_is_what_made_the_start_fail() {
        assertThat(LogLine.thatMatters(
                        List.of("a", "ERROR x: Application run failed", "", "BadThing: no", "  at there")))
                .contains("BadThing: no");
        assertThat(LogLine.thatMatters(List.of("a", "FATAL: no room", "b"))).contains("FATAL: no room");
        assertThat(LogLine.thatMatters(List.of())).isEmpty();
    }
}

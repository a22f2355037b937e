package io.orderflow.messaging.parking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '´', textBlock = """
                    IllegalStateException: order 0190b5a2-7d4e-7c11-8f00-0123456789ab is gone | IllegalStateException: order <uuid> is gone
                    not a v1.payment.processed: amount is missing | not a v1.payment.processed: amount is missing
                    delivered 20 times without an answer: a crash loop | delivered <n> times without an answer: a crash loop
                    no charge ch_4711 of 25.80 EUR at 2026-11-20T10:15:30.123Z | no charge <id> of <n> EUR at <time>
                    duplicate key "anna@example.org" | duplicate key <text>
                    no message_id | no message_id
                    """)
    void a_cause_is_the_same_whatever_it_is_about(String because, String cause) {
        assertThat(Group.cause(because)).isEqualTo(cause);
    }
}

package io.orderflow.messaging.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.events.OrderCreated;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The golden samples in contracts/events are what really travels: one for each event, read and written back.
class SamplesTest {
    private final FactJson json = new FactJson();

    static Stream<String> everyKey() {
        return EventTypes.byKey().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("everyKey")
    void every_event_has_a_sample_that_is_read_and_written_back_unchanged(String key) throws IOException {
        String sample = sample(key);

        Fact fact = json.read(key, sample.getBytes(StandardCharsets.UTF_8));

        assertThat(EventTypes.keyOf(fact.getClass())).isEqualTo(key);
        JsonMapper pretty = JsonMapper.builder().build();
        assertThat(new String(json.write(fact), StandardCharsets.UTF_8))
                .isEqualTo(pretty.readTree(sample).toString());
    }

    @ParameterizedTest
    @MethodSource("everyKey")
    void every_key_is_three_words_with_its_version_first(String key) {
        assertThat(key).matches("v[1-9][0-9]*\\.[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @MethodSource("everyKey")
    void an_event_may_grow_and_old_readers_go_on(String key) throws IOException {
        String grown = sample(key).stripTrailing().replaceFirst("}$", ", \"addedLater\": {\"deep\": [1]}}");

        assertThat(json.read(key, grown.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(json.read(key, sample(key).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("everyKey")
    void an_event_with_a_part_missing_is_refused(String key) {
        assertThatThrownBy(() -> json.read(key, "{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Undecodable.class)
                .hasMessageMatching("not a " + key + ": \\w+ is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+1000000000",
                "-1E+1000000000",
                "1E-1000000000",
                "99999999999999999999999999999999999999999",
                "NaN",
                "",
            })
    void an_amount_that_no_database_keeps_is_refused(String amount) {
        assertThatThrownBy(() -> read("v1.payment.processed", "25.80", amount))
                .isInstanceOf(Undecodable.class)
                .hasMessage("not a v1.payment.processed: amount.amount is not of the right kind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+1000000000-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "yesterday"})
    void a_time_that_no_database_keeps_is_refused(String time) {
        assertThatThrownBy(() -> read("v1.order.failed", "2026-03-14T09:26:53.589Z", time))
                .isInstanceOf(Undecodable.class)
                .hasMessageContaining("occurredAt is not of the right kind");
    }

    @Test
    void a_text_with_a_zero_character_and_a_list_with_nothing_in_it_are_refused() {
        assertThatThrownBy(() -> read("v1.order.failed", "out-of-stock", "a\\u0000b"))
                .hasMessage("not a v1.order.failed: reason is not of the right kind");
        String nothing = "{\"orderId\":\"0198c5a1-7d1e-7b3a-9c55-2f1f6a0d4e11\",\"occurredAt\":"
                + "\"2026-03-01T12:00:00Z\",\"lines\":[null]}";
        assertThatThrownBy(() -> json.read("v1.inventory.updated", nothing.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Undecodable.class);
    }

    @Test
    void what_is_no_name_is_not_repeated() {
        assertThatThrownBy(() -> json.read("Ada Lovelace\nERROR", new byte[0])).hasMessage("unknown event type");
        assertThatThrownBy(() -> json.read("v9.order.created", new byte[0]))
                .hasMessage("unknown event type v9.order.created");
    }

    private Fact read(String key, String value, String instead) throws IOException {
        String sample = sample(key);
        assertThat(sample).contains(value);
        return json.read(key, sample.replace(value, instead).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_reason_never_repeats_what_the_body_says() {
        String body = "{\"orderId\":\"ada@example.org\",\"occurredAt\":\"12 St James's Square\"}";

        assertThatThrownBy(() -> json.read("v1.order.failed", body.getBytes(StandardCharsets.UTF_8)))
                .hasMessage("not a v1.order.failed: orderId is not of the right kind");
        assertThatThrownBy(() -> json.read("v1.order.failed", "Ada Lovelace".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("not a v1.order.failed: broken JSON");
    }

    @Test
    void money_travels_as_a_decimal_string_and_time_with_milliseconds() throws IOException {
        var created = (OrderCreated)
                json.read("v1.order.created", sample("v1.order.created").getBytes(StandardCharsets.UTF_8));

        String written = new String(json.write(created), StandardCharsets.UTF_8);

        assertThat(written)
                .contains("\"total\":{\"currency\":\"EUR\",\"amount\":\"25.80\"}")
                .contains("\"occurredAt\":\"2026-03-14T09:26:53.589Z\"");
    }

    @Test
    void what_is_no_event_is_refused_with_its_reason() {
        assertThatThrownBy(() -> json.read("v9.no.such", new byte[0]))
                .isInstanceOf(Undecodable.class)
                .hasMessage("unknown event type v9.no.such");
        for (String body : new String[] {"", "null", "[]", "{", "\"text\"", "{\"orderId\":\"no uuid\"}", "\u0000"}) {
            assertThatThrownBy(() -> json.read("v1.order.failed", body.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Undecodable.class);
        }
        assertThatThrownBy(() -> json.read("v1.order.failed", new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
                .isInstanceOf(Undecodable.class);
        assertThatThrownBy(
                        () -> json.read("v1.order.failed", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Undecodable.class);
    }

    private static String sample(String key) throws IOException {
        try (InputStream sample = Fact.class.getResourceAsStream("/samples/" + key + ".json")) {
            assertThat(sample)
                    .as("contracts/events/src/main/resources/samples/%s.json", key)
                    .isNotNull();
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

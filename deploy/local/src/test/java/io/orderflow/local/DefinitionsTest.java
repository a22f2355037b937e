package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DefinitionsTest {
    private static final List<Choreography> CHOREOGRAPHIES = List.of(
            new Choreography(
                    "payment", List.of("v1.payment.processed", "v1.payment.failed"), List.of("v1.order.created")),
            new Choreography("analytics", List.of(), List.of("v1.order.created", "v1.payment.failed")));

    private final String text = Definitions.derive(CHOREOGRAPHIES, user -> "secret-of-" + user);
    private final JsonNode definitions = JsonMapper.builder().build().readTree(text);

    @Test
    void a_service_hears_exactly_what_it_reacts_to() {
        assertThat(bindings("orderflow.events", "payment.events"))
                .containsExactly("v1.order.created", "to.payment.v1.order.created");
        assertThat(bindings("orderflow.events", "analytics.events"))
                .containsExactly(
                        "v1.order.created",
                        "to.analytics.v1.order.created",
                        "v1.payment.failed",
                        "to.analytics.v1.payment.failed");
    }

    @Test
    void a_service_may_bind_what_it_reacts_to_and_what_is_addressed_to_it() {
        Pattern payment = Pattern.compile(
                one("topic_permissions", "user", "payment").path("read").asString());

        assertThat("v1.order.created").matches(payment);
        assertThat("to.payment.v1.order.created").matches(payment);
        assertThat("to.analytics.v1.order.created").doesNotMatch(payment);
        assertThat("to.payment.v1.payment.failed").doesNotMatch(payment);
        assertThat("to.payment.#").doesNotMatch(payment);
    }

    @Test
    void a_service_may_publish_its_own_keys_and_no_others() {
        Pattern payment = Pattern.compile(
                one("topic_permissions", "user", "payment").path("write").asString());

        assertThat("v1.payment.failed").matches(payment);
        assertThat("to.analytics.v1.payment.failed").matches(payment);
        assertThat("v1.order.created").doesNotMatch(payment);
        assertThat("to.analytics.v1.order.created").doesNotMatch(payment);
        assertThat("v1.payment.failed.more").doesNotMatch(payment);
        assertThat("v1xpayment.failed").doesNotMatch(payment);
    }

    @Test
    void a_service_that_says_nothing_may_publish_nothing() {
        Pattern analytics = Pattern.compile(
                one("topic_permissions", "user", "analytics").path("write").asString());

        assertThat("v1.order.created").doesNotMatch(analytics);
    }

    @Test
    void a_service_reaches_its_own_queues_and_no_others() {
        JsonNode payment = one("permissions", "user", "payment");
        Pattern read = Pattern.compile(payment.path("read").asString());
        Pattern configure = Pattern.compile(payment.path("configure").asString());

        assertThat(List.of("payment", "payment.events", "payment.retry.5s", "orderflow.events"))
                .allMatch(name -> read.matcher(name).matches());
        assertThat(List.of("analytics.events", "paymentx", "orderflow.watch"))
                .noneMatch(name -> read.matcher(name).matches());
        assertThat("orderflow.events").doesNotMatch(configure);
    }

    @Test
    void the_queue_of_events_never_loses_what_it_cannot_deliver() {
        assertThat(arguments("payment.events"))
                .isEqualTo(Map.of(
                        "x-queue-type", "quorum",
                        "x-delivery-limit", 1000,
                        "x-dead-letter-exchange", "payment",
                        "x-dead-letter-routing-key", "parking",
                        "x-dead-letter-strategy", "at-least-once",
                        "x-overflow", "reject-publish"));
        assertThat(arguments("payment.parking"))
                .isEqualTo(Map.of("x-queue-type", "quorum", "x-delivery-limit", 1_000_000));
    }

    @Test
    void the_ladder_leads_back_to_the_queue_of_events() {
        assertThat(List.of(
                        arguments("payment.retry.5s").get("x-message-ttl"),
                        arguments("payment.retry.60s").get("x-message-ttl"),
                        arguments("payment.retry.600s").get("x-message-ttl")))
                .containsExactly(5_000, 60_000, 600_000);
        assertThat(bindings("payment", "payment.retry.60s")).containsExactly("retry.60s");
        assertThat(bindings("payment", "payment.events")).containsExactly("again");
        assertThat(bindings("payment", "payment.parking")).containsExactly("parking");
    }

    @Test
    void parking_stands_before_what_leads_to_it() {
        assertThat(names("queues").indexOf("payment.parking"))
                .isLessThan(names("queues").indexOf("payment.events"));
    }

    @Test
    void the_viewer_looks_at_the_watch_queue_and_touches_nothing() {
        JsonNode viewer = one("permissions", "user", "viewer");

        assertThat(viewer.path("configure").asString()).isEqualTo("^$");
        assertThat(viewer.path("write").asString()).isEqualTo("^$");
        assertThat("orderflow.watch").matches(viewer.path("read").asString());
        assertThat("payment.events").doesNotMatch(viewer.path("read").asString());
        assertThat(arguments("orderflow.watch")).isEqualTo(Map.of("x-max-length", 1000, "x-overflow", "drop-head"));
        assertThat(bindings("orderflow.events", "orderflow.watch")).containsExactly("v1.#");
    }

    @Test
    void there_is_no_guest_and_no_password_in_the_clear() {
        assertThat(names("users")).containsExactlyInAnyOrder("admin", "viewer", "payment", "analytics");
        assertThat(text).doesNotContain("secret-of-");
    }

    @Test
    void the_same_code_gives_the_same_file() {
        assertThat(Definitions.derive(CHOREOGRAPHIES, user -> "secret-of-" + user))
                .isEqualTo(text);
    }

    private JsonNode one(String kind, String field, String value) {
        for (JsonNode row : definitions.path(kind)) {
            if (row.path(field).asString("").equals(value)) {
                return row;
            }
        }
        throw new AssertionError(value + " is not among the " + kind);
    }

    private List<String> names(String kind) {
        var names = new ArrayList<String>();
        definitions.path(kind).forEach(row -> names.add(row.path("name").asString()));
        return names;
    }

    private Map<String, Object> arguments(String queue) {
        return JsonMapper.builder()
                .build()
                .convertValue(
                        one("queues", "name", queue).path("arguments"), new TypeReference<Map<String, Object>>() {});
    }

    private List<String> bindings(String source, String queue) {
        var keys = new ArrayList<String>();
        definitions.path("bindings").forEach(row -> {
            if (row.path("source").asString().equals(source)
                    && row.path("destination").asString().equals(queue)) {
                keys.add(row.path("routing_key").asString());
            }
        });
        return keys;
    }
}

package io.orderflow.sample;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.messaging.operations.OperatorActions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What operators see of one parked message, and what they can do about it.
class ParkedTest extends ParkedFixture {
    private static final Map<String, String> REPLAY = Map.of("action", "replay", "why", "it is mended");

    @Autowired
    private OperatorActions actions;

    @Test
    void what_is_parked_is_told_by_groups_of_one_cause() throws Exception {
        park("IllegalStateException: no charge " + UUID.randomUUID(), paid(), paid());
        park("DataIntegrityViolationException: 4711", paid());

        Answer all = get("");

        assertThat(all.at("/queue")).isEqualTo(QUEUE);
        assertThat(all.body().path("count").asInt()).isEqualTo(3);
        assertThat(all.body().path("seen").asInt()).isEqualTo(3);
        assertThat(all.body().path("truncated").asBoolean()).isFalse();
        assertThat(all.body().path("groups")).hasSize(2);
        assertThat(all.at("/groups/0/cause")).isEqualTo("IllegalStateException: no charge <uuid>");
        assertThat(all.at("/groups/0/type")).isEqualTo(PAID);
        assertThat(all.body().at("/groups/0/sample")).hasSize(2);
        assertThat(all.at("/groups/0/oldest")).isLessThanOrEqualTo(all.at("/groups/0/newest"));
        assertThat(all.at("/groups/1/cause")).isEqualTo("DataIntegrityViolationException: <n>");

        String group = all.at("/groups/0/group");
        Answer page = get("?limit=1&group=" + group);
        assertThat(page.body().path("messages")).hasSize(1);
        Answer next = get("?limit=1&group=" + group + "&after=" + page.at("/next"));
        assertThat(next.body().path("messages")).hasSize(1);
        assertThat(next.at("/messages/0/key")).isNotEqualTo(page.at("/messages/0/key"));
        assertThat(next.body().path("next").isMissingNode()).isTrue();
    }

    @Test
    void a_message_that_failed_is_seen_with_all_that_it_has_and_heard_when_its_cause_is_gone() {
        stubborn.refuses = true;
        var failed = new OrderFailed(UUID.randomUUID(), Instant.EPOCH, "card-declined");
        UUID id = facts.arrive(failed).getFirst();
        eventually(() -> assertThat(parked()).isOne());

        String key = onlyKey();
        Answer message = get("/" + key);
        assertThat(message.at("/messageId")).isEqualTo(id.toString());
        assertThat(message.at("/subject")).isEqualTo(failed.subject());
        assertThat(message.at("/source")).isEqualTo("order");
        assertThat(message.at("/attempts")).isEqualTo("2");
        assertThat(message.at("/because"))
                .isEqualTo("IllegalStateException: cannot stand the end of " + failed.subject());
        assertThat(message.at("/headers/since")).isEqualTo(message.at("/since")).isNotEmpty();
        assertThat(message.at("/encoding")).isEqualTo("utf-8");
        assertThat(message.at("/body")).isEqualTo(new String(json.write(failed), StandardCharsets.UTF_8));

        stubborn.refuses = false;
        Answer done = post("/" + key, REPLAY);

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.at("/messageId")).isEqualTo(id.toString());
        eventually(() -> assertThat(stubborn.heard()).contains(failed.subject()));
        assertThat(parked()).isZero();
        assertThat(recorded().action()).isEqualTo("parked.replay");
        assertThat(recorded().operator()).isEqualTo("operations");
    }

    @Test
    void an_edited_message_is_heard_under_its_own_id() throws Exception {
        PaymentProcessed right = paid();
        String body = text(json.write(right));
        park(
                properties().messageId("0190b5a2-7d4e-7c11-8f00-0123456789ab").type(PAID),
                "broken",
                body.replace("25.80", "much").getBytes(StandardCharsets.UTF_8));

        Answer done = post("/" + onlyKey(), Map.of("action", "edit", "why", "a slip", "body", body));

        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.at("/messageId")).isEqualTo("0190b5a2-7d4e-7c11-8f00-0123456789ab");
        eventually(() -> assertThat(facts.said(InventoryUpdated.class, right.orderId()))
                .singleElement()
                .satisfies(heard -> assertThat(heard.envelope().causationId()).hasToString(done.at("/messageId"))));
        assertThat(parked()).isZero();
        assertThat(recorded().details().at("/message/body").asString("")).contains("much");
        assertThat(recorded().details().path("body").asString("")).isEqualTo(body);
    }

    @Test
    void a_wrong_edit_changes_nothing() throws Exception {
        PaymentProcessed paid = paid();
        park("broken", paid);
        String key = onlyKey();
        String body = text(json.write(paid));
        long before = recordedCount();

        refused(key, body.replaceFirst("}$", ",\"more\":1}"), "more is not known");
        refused(
                key,
                body.replace("ch_1", "ch_2").replace(paid.subject(), paid().subject()),
                "It is about " + paid.subject());
        refused(key, "{}", "is missing");
        refused(key, "{", "broken JSON");
        Answer other = post("/" + key, edit(body, "v1.order.created"));
        assertThat(other.status()).isEqualTo(422);

        assertThat(onlyKey()).isEqualTo(key);
        assertThat(recordedCount()).isEqualTo(before);
    }

    @Test
    void what_is_discarded_is_kept_in_the_record() throws Exception {
        PaymentProcessed paid = paid();
        park("hopeless", paid);

        Answer done = post("/" + onlyKey(), Map.of("action", "discard", "why", "sent by mistake"));

        assertThat(done.status()).isEqualTo(200);
        assertThat(parked()).isZero();
        assertThat(recorded().id()).isEqualTo(done.body().path("record").asLong());
        assertThat(recorded().why()).isEqualTo("sent by mistake");
        assertThat(recorded().details().at("/message/body").asString("")).isEqualTo(text(json.write(paid)));
        assertThat(recorded().details().at("/message/headers/because").asString(""))
                .isEqualTo("hopeless");
    }

    @Test
    void poison_without_id_or_type_that_is_no_text_is_seen_and_discarded() throws Exception {
        byte[] poison = {(byte) 0xff, 0, 1};
        park(properties(), null, poison);
        String key = onlyKey();

        Answer seen = get("/" + key);

        assertThat(seen.at("/encoding")).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(seen.at("/body"))).isEqualTo(poison);
        assertThat(seen.at("/because")).isEqualTo("no reason given");
        assertThat(post("/" + key, Map.of("action", "discard", "why", "poison")).status())
                .isEqualTo(200);
        assertThat(parked()).isZero();
        assertThat(recorded().details().at("/message/body").asString("")).isEqualTo(seen.at("/body"));
    }

    @Test
    void poison_is_heard_when_it_is_given_a_type_and_a_body() throws Exception {
        PaymentProcessed right = paid();
        park(properties().messageId("no uuid"), "no type", new byte[] {0});
        String key = onlyKey();
        assertThat(post("/" + key, Map.of("action", "edit", "why", "x", "body", text(json.write(right))))
                        .status())
                .isEqualTo(422);

        Answer done = post("/" + key, edit(text(json.write(right)), PAID));

        assertThat(UUID.fromString(done.at("/messageId")).version()).isEqualTo(7);
        eventually(() ->
                assertThat(facts.said(InventoryUpdated.class, right.orderId())).hasSize(1));
        assertThat(parked()).isZero();
    }

    @Test
    void a_wrong_request_is_one_problem() throws Exception {
        park("whatever", paid());
        String key = onlyKey();
        assertThat(List.of(
                        get("/unknown").status(),
                        get("?group=unknown").status(),
                        get("?group=unknown&limit=many").status(),
                        post("/unknown", REPLAY).status(),
                        post("/" + key, Map.of("action", "replay")).status(),
                        post("/" + key, Map.of("action", "eat", "why", "x")).status(),
                        post("/" + key, Map.of("action", "edit", "why", "x")).status(),
                        post("", REPLAY).status(),
                        post("", Map.of("action", "replay", "why", "x", "all", true, "group", "g"))
                                .status(),
                        post("", Map.of("action", "replay", "why", "x", "all", true, "rate", 0))
                                .status(),
                        post("", Map.of("action", "replay", "why", "x", "group", "unknown"))
                                .status(),
                        post("", Map.of("action", "replay", "all", true)).status()))
                .containsExactly(404, 404, 400, 404, 400, 400, 400, 400, 400, 400, 404, 400);
        assertThat(get("/unknown").at("/type")).isEqualTo("/problems/not-parked");
        assertThat(onlyKey()).isEqualTo(key);
    }

    private void refused(String key, String body, String why) {
        Answer answer = post("/" + key, Map.of("action", "edit", "why", "to try", "body", body));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.at("/detail")).contains(why);
    }

    private static Map<String, String> edit(String body, String type) {
        return Map.of("action", "edit", "why", "mended", "body", body, "type", type);
    }

    private OperatorActions.Action recorded() {
        return actions.latest(Long.MAX_VALUE, 1).getFirst();
    }

    private long recordedCount() {
        return actions.latest(Long.MAX_VALUE, 1000).size();
    }

    private static AMQP.BasicProperties.Builder properties() {
        return new AMQP.BasicProperties.Builder();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}

package io.orderflow.sample;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.messaging.operations.OperatorActions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What operators do with many parked messages.
class ParkedInBulkTest extends ParkedFixture {
    @Autowired
    private OperatorActions actions;

    @Test
    void a_group_is_replayed_at_a_rate_and_the_others_stay() throws Exception {
        PaymentProcessed[] wanted =
                Stream.generate(ParkedFixture::paid).limit(6).toArray(PaymentProcessed[]::new);
        park("the others", paid(), paid());
        park("a cause that is gone", wanted);
        String group = get("").at("/groups/0/group");

        Answer begun = post("", Map.of("action", "replay", "group", group, "rate", 5, "why", "it is gone"));

        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        assertThat(begun.body().path("found").asInt()).isEqualTo(6);
        Answer end = ended();
        assertThat(end.body().at("/last/done").asInt()).isEqualTo(6);
        assertThat(Duration.between(Instant.parse(end.at("/last/since")), Instant.parse(end.at("/last/ended"))))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(end.body().path("groups")).hasSize(1);
        assertThat(end.at("/groups/0/cause")).isEqualTo("the others");
        assertThat(end.body().path("count").asInt()).isEqualTo(2);
        for (PaymentProcessed paid : wanted) {
            eventually(() -> assertThat(facts.said(InventoryUpdated.class, paid.orderId()))
                    .hasSize(1));
        }
        OperatorActions.Action record = actions.latest(Long.MAX_VALUE, 1).getFirst();
        assertThat(record.id()).isEqualTo(begun.body().path("record").asLong());
        assertThat(record.details().path("keys")).hasSize(6);
    }

    @Test
    void all_are_replayed_once_though_they_fail_again_and_come_back() throws Exception {
        stubborn.refuses = true;
        facts.arrive(failed(), failed());
        eventually(() -> assertThat(parked()).isEqualTo(2));

        assertThat(post("", Map.of("action", "replay", "all", true, "rate", 1000, "why", "to see"))
                        .status())
                .isEqualTo(202);

        assertThat(ended().body().at("/last/done").asInt()).isEqualTo(2);
        eventually(() -> assertThat(parked()).isEqualTo(2)); // after the ladder
        assertThat(ended().body().at("/last/done").asInt()).isEqualTo(2);

        stubborn.refuses = false;
        post("", Map.of("action", "replay", "all", true, "why", "it is mended"));
        ended();
        eventually(() -> assertThat(parked()).isZero());
    }

    @Test
    void what_is_discarded_with_many_is_kept_one_by_one_under_the_operators_name() throws Exception {
        park("hopeless", paid(), paid());

        Answer begun = post("", Map.of("action", "discard", "all", true, "why", "a test gone wrong"));

        assertThat(ended().body().path("count").asInt()).isZero();
        List<OperatorActions.Action> kept = actions.latest(Long.MAX_VALUE, 2);
        assertThat(kept).allSatisfy(action -> {
            assertThat(action.operator()).isEqualTo("operations");
            assertThat(action.why()).isEqualTo("a test gone wrong");
            assertThat(action.details().path("run")).isEqualTo(begun.body().path("record"));
            assertThat(action.details().at("/message/body").asString("")).contains("25.80");
        });
    }

    @Test
    void a_replay_that_the_broker_does_not_take_ends_and_leaves_everything_parked() throws Exception {
        park("whatever", paid(), paid());
        channel(channel -> channel.queueUnbind("inventory.events", "inventory", "again"));
        try {
            assertThat(post("", Map.of("action", "replay", "all", true, "why", "to see"))
                            .status())
                    .isEqualTo(202);

            Answer end = ended();

            assertThat(end.at("/last/trouble")).contains("no way leads to inventory.events");
            assertThat(end.body().at("/last/done").asInt()).isZero();
            assertThat(parked()).isEqualTo(2);
        } finally {
            channel(channel -> channel.queueBind("inventory.events", "inventory", "again"));
        }
    }

    @Test
    void with_nothing_parked_there_is_nothing_to_replay() {
        assertThat(post("", Map.of("action", "replay", "all", true, "why", "to see"))
                        .at("/type"))
                .isEqualTo("/problems/nothing-parked");
    }

    private static OrderFailed failed() {
        return new OrderFailed(UUID.randomUUID(), Instant.EPOCH, "out-of-stock");
    }
}

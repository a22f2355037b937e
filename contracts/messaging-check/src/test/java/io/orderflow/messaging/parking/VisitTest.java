package io.orderflow.messaging.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.web.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Going through a real parking queue: what is not settled stays, in its order, whatever goes wrong.
class VisitTest extends ParkingFixture {
    @Test
    void looking_again_and_again_loses_nothing_and_leaves_the_order() throws Exception {
        park(150); // more than is read at once
        List<String> all = IntStream.range(0, 150).mapToObj(Integer::toString).toList();

        for (int look = 0; look < 25; look++) {
            var seen = new ArrayList<String>();
            Visit.Seen result = parking.visit(message -> {
                seen.add(text(message.body()));
                return Verdict.KEEP;
            });
            assertThat(seen).isEqualTo(all);
            assertThat(result).isEqualTo(new Visit.Seen(150, 150, false));
        }
    }

    @Test
    void what_is_replayed_comes_as_if_for_the_first_time_and_the_others_stay() throws Exception {
        park(3);

        parking.visit(message -> text(message.body()).equals("1") ? again.asItIs(message) : Verdict.KEEP);

        assertThat(texts("reader.parking")).containsExactly("0", "2");
        assertThat(surroundings.take("reader.events")).singleElement().satisfies(message -> {
            assertThat(text(message.getBody())).isEqualTo("1");
            assertThat(message.getProps().getHeaders())
                    .containsEntry("attempt", 1)
                    .containsKey("causation-id")
                    .containsKey("traceparent")
                    .doesNotContainKeys("because", "since", "x-first-death-reason");
            assertThat(message.getProps().getMessageId()).isNotNull();
            assertThat(message.getProps().getType()).isEqualTo("v1.order.failed");
            assertThat(message.getProps().getAppId()).isEqualTo("order");
            assertThat(message.getProps().getUserId()).isEqualTo(broker.user());
            assertThat(message.getProps().getDeliveryMode()).isEqualTo(2);
        });
    }

    @Test
    void what_the_broker_returns_stays_parked() throws Exception {
        park(3);
        try (Channel channel = surroundings.channel()) {
            channel.queueUnbind("reader.events", "reader", Topology.AGAIN);
        }

        assertThatThrownBy(() -> parking.visit(again::asItIs))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no way leads to reader.events");

        assertThat(texts("reader.parking")).containsExactlyInAnyOrder("0", "1", "2");
    }

    @Test
    void what_the_broker_refuses_stays_parked() throws Exception {
        park(1);

        try (Channel channel = surroundings.channel()) {
            channel.exchangeDelete("reader");
        }

        assertThatThrownBy(() -> parking.visit(again::asItIs))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no exchange 'reader'");

        assertThat(texts("reader.parking")).containsExactly("0");
    }

    @Test
    void a_visitor_who_fails_changes_nothing_that_is_not_settled() throws Exception {
        park(3);

        assertThatThrownBy(() -> parking.visit(message -> {
                    if (text(message.body()).equals("2")) {
                        throw new IllegalStateException("on the last");
                    }
                    return Verdict.KEEP;
                }))
                .hasMessage("on the last");

        assertThat(texts("reader.parking")).containsExactlyInAnyOrder("0", "1", "2");
    }

    @Test
    void two_operators_do_not_get_into_each_others_way() throws Exception {
        park(2);
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        CompletableFuture<Visit.Seen> first = CompletableFuture.supplyAsync(() -> parking.visit(_ -> {
            inside.countDown();
            leave.await();
            return Verdict.KEEP;
        }));
        inside.await();

        assertThatThrownBy(() -> parking(Duration.ofMillis(100)).visit(_ -> Verdict.DISCARD))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("409");
        CompletableFuture<Visit.Seen> patient = CompletableFuture.supplyAsync(() -> parking.visit(_ -> Verdict.KEEP));
        leave.countDown();

        assertThat(first.join().seen()).isEqualTo(2);
        assertThat(patient.join().seen()).isEqualTo(2);
    }

    @Test
    void parking_is_declared_with_a_limit_that_is_out_of_reach_and_one_that_has_none_is_left_alone() throws Exception {
        try (Channel channel = surroundings.channel()) { // refused if the arguments were others
            channel.queueDeclare(
                    "reader.parking",
                    true,
                    false,
                    false,
                    Map.of("x-queue-type", "quorum", "x-delivery-limit", 1_000_000));
            channel.queueDelete("reader.parking");
            channel.queueDeclare("reader.parking", true, false, false, Map.of("x-queue-type", "quorum"));
            park(1);

            topology.declare(channel);

            assertThat(channel.messageCount("reader.parking")).isOne();
        }
    }

    @Test
    void a_broker_that_is_away_for_parking_alone_is_no_matter_of_health() {
        Broker nobody = surroundings.brokerBehind("reader", 1);
        nobody.lost(Broker.REACTIONS, new IllegalStateException("away"));

        assertThatThrownBy(
                        () -> new Parking(nobody, topology, new ParkingLock(surroundings.dataSource(), Duration.ZERO))
                                .visit(_ -> Verdict.KEEP))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("503");
        assertThat(nobody.troubles()).containsOnlyKeys(Broker.REACTIONS, Broker.RELAY);
    }
}

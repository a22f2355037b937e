package io.orderflow.system;

import static io.orderflow.system.Shop.eventually;
import static io.orderflow.system.Shop.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Placed;
import io.orderflow.system.Shop.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Broken and absurd messages in front of every service, with good ones between them. `-Dorderflow.system.seed` repeats
/// a run, `-Dorderflow.system.fuzz` says how many there are for each service.
@ExtendWith(Orderflow.Running.class)
class AmqpFuzzTest {
    private static final long SEED = Long.getLong("orderflow.system.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("orderflow.system.fuzz", 27);

    private final Rubbish rubbish = new Rubbish(SEED);
    private final String run = UUID.randomUUID().toString();
    private final Map<String, String> sent = new TreeMap<>();
    private Shop shop;
    private List<Choreography> all;

    @BeforeEach
    void enter(Orderflow orderflow) {
        System.out.println("-Dorderflow.system.seed=" + SEED + " repeats these messages");
        shop = orderflow.shop();
        all = Choreography.all(orderflow.checkout());
    }

    @Test
    void whatever_is_no_event_is_parked_with_its_reason_and_its_neighbours_are_none_the_worse() throws Exception {
        Map<String, String> connections = connections();
        String sku = shop.listProduct("2.00", 100);
        var placed = new ArrayList<Placed>();
        try (Connection admin = new Broker(shop).as("admin")) {
            Channel channel = admin.openChannel().orElseThrow();
            channel.confirmSelect();
            for (int i = 0; i < CASES; i++) {
                for (Choreography service : all) {
                    poison(channel, service, i);
                }
                if (i % 8 == 0) {
                    placed.add(shop.place(Wish.of(new Line(sku, 1))));
                }
            }
            channel.waitForConfirmsOrDie(20_000);
            placed.add(shop.place(Wish.of(new Line(sku, 1))));

            placed.forEach(this::heardByAll);
            eventually(() -> takeOurs(channel));

            assertThat(sent)
                    .as("seed %d: neither parked nor anywhere else", SEED)
                    .isEmpty();
            for (Choreography service : all) {
                assertThat(channel.messageCount(service.service() + ".events")).isZero();
            }
        }
        assertThat(connections()).as("nobody was thrown out").isEqualTo(connections);
    }

    @Test
    void what_is_too_large_is_refused_by_the_broker() throws Exception {
        try (Connection admin = new Broker(shop).as("admin")) {
            for (Choreography service : all) {
                int answer = Broker.answer(admin, channel -> {
                    channel.txSelect();
                    channel.basicPublish("", service.service() + ".events", null, new byte[2 * 1024 * 1024]);
                    channel.txRollback();
                });
                assertThat(answer).isEqualTo(AMQP.PRECONDITION_FAILED);
            }
        }
    }

    /// Something that no service can take for an event.
    private void poison(Channel channel, Choreography service, int number) throws Exception {
        String type = rubbish.any(List.copyOf(service.reactsTo()));
        byte[] body = body(number);
        var properties = new AMQP.BasicProperties.Builder()
                .messageId(UUID.randomUUID().toString())
                .type(type)
                .appId("order")
                .contentType("application/json")
                .deliveryMode(2);
        switch (number % 9) {
            case 0 -> properties.type(rubbish.any(odd())).contentType("image/png");
            case 1 -> properties.messageId(rubbish.any(odd())).contentEncoding("gzip");
            case 2 -> properties.type(type.replace("v1", "v" + rubbish.any(List.of("0", "2", "99", "-1", ""))));
            case 3 -> properties.type(null).messageId(null).appId(null).correlationId("\0");
            case 4 -> properties.timestamp(new Date(rubbish.any(List.of(Long.MIN_VALUE, -1L, Long.MAX_VALUE / 1000))));
            case 5 -> properties.priority(9).expiration("60000").replyTo("nowhere");
            default -> properties.correlationId(rubbish.any(odd()));
        }
        var headers = new HashMap<String, Object>();
        headers.put(
                "attempt",
                rubbish.any(List.of(1, -1, 0, Long.MAX_VALUE, "2", "many", Map.of("a", 1), List.of(1), 1.5, true)));
        headers.put(
                "causation-id",
                rubbish.any(List.of(
                        "no uuid", 1, Map.of("a", "b"), UUID.randomUUID().toString())));
        headers.put("traceparent", rubbish.any(List.of("zz", "a\nb", Map.of(), 7, "x".repeat(5000))));
        headers.put("x-delivery-count", rubbish.any(List.of(3, "many", -1)));
        headers.put("x-death", rubbish.any(List.of("none", List.of(Map.of("count", "x")))));
        String name = service.service() + " " + number;
        headers.put(ParkedMessage.MARK, run + "/" + name);
        sent.put(name, type + " " + new String(body, 0, Math.min(200, body.length), UTF_8));
        channel.basicPublish(
                "", service.service() + ".events", properties.headers(headers).build(), body);
    }

    /// No event has a body like these.
    private byte[] body(int number) {
        return switch (number % 8) {
            case 0 -> new byte[0];
            case 1 -> "[".repeat(10_000).getBytes(UTF_8);
            case 2 -> ("{\"orderId\":" + "{\"a\":".repeat(10_000)).getBytes(UTF_8);
            case 3 -> new byte[] {'"', (byte) 0xc3, 0x28, '"'};
            case 4 -> "{\"orderId\":\"0198c5a1-7d3e-7c52-9a41-5f2f6b1c8e10\",\"occurredAt\":".getBytes(UTF_8);
            case 5 ->
                ("{\"orderId\":%s,\"sku\":%s,\"rule\":%s}"
                                .formatted(
                                        rubbish.any(Rubbish.VALUES),
                                        rubbish.any(Rubbish.VALUES),
                                        rubbish.any(Rubbish.VALUES)))
                        .getBytes(UTF_8);
            case 6 -> rubbish.any(Rubbish.VALUES).getBytes(UTF_8);
            default ->
                "{\"sku\":\"X\",\"orderId\":\"0198c5a1-7d3e-7c52-9a41-5f2f6b1c8e10\",\"occurredAt\":\"%s\"}"
                        .formatted("+1000000000-12-31T23:59:59Z")
                        .getBytes(UTF_8);
        };
    }

    private static List<String> odd() {
        return List.of("", "\0", "a\nb", "v1.order.created\0", "OrderCreated", "x".repeat(255), "é", "../..", "v1.#");
    }

    private void takeOurs(Channel channel) {
        try {
            for (ParkedMessage parked : ParkedMessage.take(channel, mark -> mark.startsWith(run))) {
                assertThat(parked.because()).as("%s", parked).isNotBlank().isNotEqualTo("null");
                assertThat(sent.remove(parked.mark().substring(run.length() + 1)))
                        .as("parked once")
                        .isNotNull();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        assertThat(sent).as("seed %d: not parked", SEED).isEmpty();
    }

    /// The order went through all six services.
    private void heardByAll(Placed order) {
        shop.awaitShipped(order);
        eventually(() -> assertThat(shop.messages(order)).contains("v1.order.shipped"));
        eventually(() -> assertThat(
                        shop.asOperator("GET", shop.value("ANALYTICS_URL") + "/sagas/" + order.orderId(), null)
                                .body()
                                .toString())
                .contains("v1.order.shipped"));
    }

    /// When each service's reader came.
    private Map<String, String> connections() {
        var since = new TreeMap<String, String>();
        eventually(() -> {
            since.clear();
            JsonNode connections = shop.http()
                    .get(
                            shop.value("MANAGEMENT_URL") + "/api/connections",
                            "Authorization",
                            Http.basic("viewer", shop.value("VIEWER_PASSWORD")))
                    .body();
            connections.forEach(one -> {
                String name = text(one, "user_provided_name");
                if (name.contains("-service reactions")) {
                    since.put(name, one.path("connected_at").asString());
                }
            });
            assertThat(new TreeSet<>(since.keySet())).hasSizeGreaterThanOrEqualTo(Choreography.SERVICES.size());
        });
        return since;
    }
}

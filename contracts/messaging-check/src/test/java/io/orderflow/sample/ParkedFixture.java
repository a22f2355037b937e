package io.orderflow.sample;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.orderflow.events.Money;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import io.orderflow.messaging.test.TestBroker;
import io.orderflow.messaging.wire.FactJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service with things in its parking, and the words in which its tests speak of them. It cannot stand
/// failed orders, for as long as it is stubborn.
@ServiceTest
@TestPropertySource(properties = "orderflow.messaging.ladder=10ms")
abstract class ParkedFixture {
    static final String PAID = "v1.payment.processed";
    static final String QUEUE = "inventory.parking";
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("operations:test".getBytes(StandardCharsets.UTF_8));

    final FactJson json = new FactJson();

    @Autowired
    FactsOnTheWire facts;

    @Autowired
    Stubborn stubborn;

    @Autowired
    private RestTestClient http;

    @Autowired
    private RabbitConnectionDetails broker;

    @TestConfiguration
    static class WithStubbornness {
        @Bean
        Stubborn stubborn() {
            return new Stubborn();
        }
    }

    @Reactions
    static class Stubborn {
        final List<String> heard = new ArrayList<>();
        volatile boolean refuses;

        @ReactTo
        synchronized void orderFailed(OrderFailed fact) {
            if (refuses) {
                throw new IllegalStateException("cannot stand the end of " + fact.orderId());
            }
            heard.add(fact.subject());
        }

        synchronized List<String> heard() {
            return List.copyOf(heard);
        }
    }

    /// An answer.
    record Answer(int status, JsonNode body) {
        String at(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    @BeforeEach
    void nothingIsParked() throws Exception {
        stubborn.refuses = false;
        eventually(() -> channel(channel -> channel.queuePurge(QUEUE)));
    }

    interface Use {
        void with(Channel channel) throws Exception;
    }

    void channel(Use use) throws Exception {
        String host = Objects.requireNonNull(broker.getVirtualHost());
        try (Connection connection = TestBroker.shared().connect(host);
                Channel channel = connection.openChannel().orElseThrow()) {
            use.with(channel);
        }
    }

    Answer get(String path) {
        var answer = http.get()
                .uri("/actuator/parked" + path)
                .header("Authorization", LOGIN)
                .exchange()
                .expectBody()
                .returnResult();
        return answer(answer.getStatus().value(), answer.getResponseBodyContent());
    }

    Answer post(String path, Map<String, ?> body) {
        var answer = http.post()
                .uri("/actuator/parked" + path)
                .header("Authorization", LOGIN)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectBody()
                .returnResult();
        return answer(answer.getStatus().value(), answer.getResponseBodyContent());
    }

    private static Answer answer(int status, byte @Nullable [] body) {
        return new Answer(status, JsonMapper.builder().build().readTree(body == null ? new byte[0] : body));
    }

    /// Puts facts into parking as the ladder does.
    void park(String because, PaymentProcessed... paid) throws Exception {
        for (PaymentProcessed fact : paid) {
            park(
                    new AMQP.BasicProperties.Builder()
                            .messageId(Ids.next().toString())
                            .type(PAID)
                            .appId("payment")
                            .correlationId(fact.subject()),
                    because,
                    json.write(fact));
        }
    }

    void park(AMQP.BasicProperties.Builder properties, @Nullable String because, byte[] body) throws Exception {
        var headers = new HashMap<String, Object>(Map.of("attempt", 2));
        if (because != null) {
            headers.put("because", because);
            headers.put("since", Instant.now().toString());
        }
        channel(channel -> {
            channel.confirmSelect();
            channel.basicPublish(
                    "inventory",
                    "parking",
                    true,
                    properties.headers(headers).deliveryMode(2).build(),
                    body);
            channel.waitForConfirmsOrDie(5000);
        });
    }

    /// The key of the only parked message.
    String onlyKey() {
        Answer all = get("");
        assertThat(all.body().path("count").asInt()).as("parked").isOne();
        return all.at("/groups/0/sample/0");
    }

    int parked() {
        return get("").body().path("count").asInt(-1);
    }

    /// Waits for the end of what goes on in the background.
    Answer ended() {
        var last = new Answer[1];
        eventually(() -> {
            last[0] = get("");
            assertThat(last[0].body().path("running").isMissingNode()).isTrue();
            assertThat(last[0].at("/last/ended")).isNotEmpty();
        });
        return last[0];
    }

    static PaymentProcessed paid() {
        return new PaymentProcessed(
                UUID.randomUUID(),
                Instant.parse("2026-11-20T10:15:30.123Z"),
                new Money("EUR", new BigDecimal("25.80")),
                "ch_1");
    }
}

package io.orderflow.messaging.outbox;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import io.orderflow.messaging.Surroundings;
import io.orderflow.messaging.test.TestBroker;
import io.orderflow.messaging.test.TestDatabase;
import io.orderflow.sample.SampleService;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A broker that really loses its data, between a relay that goes on all the while and a reader that is a whole
/// service.
class WipedBrokerTest extends RelayFixture {
    private static final String READER = "inventory.events";

    private static @Nullable TestBroker broker;

    private final TestDatabase reader = TestDatabase.newDatabase();
    private final Relay relay = relay();

    WipedBrokerTest() {
        super(new Surroundings(Objects.requireNonNull(broker)));
    }

    @BeforeAll
    static void a_broker_to_lose() {
        broker = TestBroker.ofItsOwn();
    }

    @AfterEach
    void stop() {
        relay.stop();
    }

    @AfterAll
    static void no_longer_needed() {
        Objects.requireNonNull(broker).close();
    }

    @Test
    void what_was_confirmed_and_not_yet_heard_is_heard_and_what_was_heard_changes_nothing() {
        relay.start();
        try (var _ = reader()) {
            eventually(() -> assertThat(readers()).isOne());
            say(processed(), processed(), processed());
            eventually(() -> assertThat(effects()).isEqualTo(3));
        }
        say(processed(), processed(), processed(), processed());
        eventually(() -> assertThat(waiting()).isZero());

        surroundings.host().wipe();

        try (var _ = reader()) {
            eventually(() -> {
                timePasses(); // what came before the reader had its queue
                assertThat(effects()).isEqualTo(7);
                assertThat(openReplays() + waiting()).isZero();
            });
            eventually(() -> assertThat(unheard()).isZero());
            assertThat(effects()).isEqualTo(7);
            assertThat(inReader("inbox")).isEqualTo(7);
        }
        assertThat(count("outbox_replay")).isOne();
    }

    @Test
    void a_broker_that_merely_restarts_is_told_nothing_again() {
        String queue = surroundings.listenTo("v1.#", Map.of());
        relay.start();
        say(processed(), processed());
        eventually(() -> assertThat(waiting()).isZero());

        surroundings.host().stop(); // killed, it could lose a marker that was made a moment before
        surroundings.host().start();

        say(failed());
        eventually(() -> assertThat(waiting()).isZero());
        assertThat(count("outbox_replay")).isZero();
        assertThat(heard(queue)).isEqualTo(said());
    }

    /// Says something of its own for each fact that takes effect.
    private ConfigurableApplicationContext reader() {
        return new SpringApplicationBuilder(SampleService.class)
                .run(
                        "--server.port=0",
                        "--orderflow.operator.password=test",
                        "--orderflow.operations.passwords.operations=test",
                        "--spring.datasource.url=" + reader.jdbcUrl(),
                        "--spring.datasource.username=" + reader.username(),
                        "--spring.datasource.password=" + reader.password(),
                        "--spring.rabbitmq.host=" + surroundings.host().host(),
                        "--spring.rabbitmq.port=" + surroundings.host().port(),
                        "--spring.rabbitmq.virtual-host=" + surroundings.virtualHost(),
                        "--spring.rabbitmq.username=" + TestBroker.USER,
                        "--spring.rabbitmq.password=" + TestBroker.PASSWORD);
    }

    private long effects() {
        return inReader("outbox");
    }

    private long inReader(String table) {
        var database = new DriverManagerDataSource(reader.jdbcUrl(), reader.username(), reader.password());
        Long count = new JdbcTemplate(database).queryForObject("select count(*) from " + table, Long.class);
        return count == null ? -1 : count;
    }

    private long readers() throws IOException, TimeoutException {
        try (Channel channel = surroundings.channel()) {
            return channel.consumerCount(READER);
        } catch (IOException notThere) {
            return 0;
        }
    }

    private long unheard() throws IOException, TimeoutException {
        try (Channel channel = surroundings.channel()) {
            return channel.messageCount(READER);
        }
    }
}

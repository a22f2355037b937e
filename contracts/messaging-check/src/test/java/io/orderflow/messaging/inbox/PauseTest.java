package io.orderflow.messaging.inbox;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.wire.FactJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// While the reactions are paused the messages wait in the queue, on all instances and over restarts; when they are
/// resumed all of them are heard, once.
class PauseTest extends HearingFixture {
    private static final LongSupplier STANDS_STILL = () -> 0;

    private final Pause pause = new Pause(jdbc);
    private final AtomicInteger looks = new AtomicInteger();
    private final List<Consumer> others = new ArrayList<>();

    @BeforeEach
    void makeTheQueue() throws Exception {
        declare();
    }

    @AfterEach
    void endOthers() {
        others.stream().filter(Consumer::isRunning).forEach(Consumer::stop);
    }

    @Test
    void a_service_that_starts_paused_reacts_to_nothing_until_it_is_resumed() throws Exception {
        pause.begin("ada", "to look");
        publish(Ids.next(), "one");
        publish(Ids.next(), "two");
        Consumer starting = another(System::nanoTime);

        starting.start();

        eventually(() -> assertThat(looks).hasValueGreaterThan(1));
        assertThat(depth("reader.events")).isEqualTo(2);
        assertThat(readers()).isZero();
        assertThat(seen()).isEmpty();
        assertThat(broker.troubles()).doesNotContainKey(Broker.REACTIONS);

        pause.end();
        starting.lookAgain();
        eventually(() -> assertThat(seen()).containsExactlyInAnyOrder("one", "two"));
    }

    @Test
    void what_comes_meanwhile_waits_untouched_and_is_heard_once_also_after_a_restart() throws Exception {
        Consumer running = another(System::nanoTime);
        running.start();
        publish(Ids.next(), "before");
        eventually(() -> assertThat(seen()).containsExactly("before"));

        pause.begin("ada", "to look");
        running.lookAgain();
        eventually(() -> assertThat(readers()).isZero());
        for (int i = 0; i < 3; i++) {
            publish(Ids.next(), "meanwhile");
        }
        running.stop();
        Consumer restarted = another(System::nanoTime);
        restarted.start();
        int before = looks.get();
        eventually(() -> assertThat(looks).hasValueGreaterThan(before + 1));
        assertThat(depth("reader.events")).isEqualTo(3);
        assertThat(seen()).containsExactly("before");

        pause.end();
        restarted.lookAgain();
        eventually(() -> assertThat(seen()).containsExactly("before", "meanwhile", "meanwhile", "meanwhile"));
        eventually(() -> assertThat(depth("reader.events")).isZero());
        assertThat(depth("reader.parking")).isZero();
    }

    @Test
    void two_instances_obey_without_being_told() throws Exception {
        AtomicInteger seconds = new AtomicInteger();
        LongSupplier hurries = () -> 2_000_000_000L * seconds.incrementAndGet();
        List<Consumer> both = List.of(another(hurries), another(hurries));
        both.forEach(Consumer::start);
        eventually(() -> assertThat(readers()).isEqualTo(2));

        pause.begin("ada", "to look");
        for (int i = 0; i < 10; i++) {
            publish(Ids.next(), "meanwhile");
        }

        eventually(() -> assertThat(readers()).isZero());
        eventually(() -> assertThat(depth("reader.events")).isEqualTo(10));
        assertThat(seen()).isEmpty();

        pause.end();
        eventually(() -> assertThat(seen()).hasSize(10));
        assertThat(depth("reader.parking")).isZero();
    }

    @Test
    void much_that_comes_within_a_second_is_one_look() throws Exception {
        Consumer busy = another(STANDS_STILL);
        busy.start();
        for (int i = 1; i <= 5; i++) {
            publish(Ids.next(), "busy");
            int so = i;
            eventually(() -> assertThat(seen()).hasSize(so));
        }

        assertThat(looks).hasValue(1);
    }

    @Test
    void while_the_database_does_not_say_nothing_is_reacted_to() throws Exception {
        pause.begin("ada", "to look");
        publish(Ids.next(), "one");
        jdbc.execute("alter table reactions_pause rename to out_of_reach");
        Consumer unsure = another(System::nanoTime);
        unsure.start();
        eventually(() -> assertThat(looks).hasValueGreaterThan(1));
        assertThat(seen()).isEmpty();

        jdbc.execute("alter table out_of_reach rename to reactions_pause");
        int before = looks.get();
        eventually(() -> assertThat(looks).hasValueGreaterThan(before + 2));
        assertThat(seen()).isEmpty();

        pause.end();
        eventually(() -> assertThat(seen()).containsExactly("one"));
    }

    /// An instance whose looks are counted.
    private Consumer another(LongSupplier nanoTime) {
        var counting = new Pause(jdbc, nanoTime) {
            @Override
            Optional<State> look() {
                looks.incrementAndGet();
                return super.look();
            }
        };
        var instance = new Consumer(
                broker, topology, new FactJson(), reacting(), subscriptions(), counting, Consumer.Size.USUAL);
        others.add(instance);
        return instance;
    }

    private long readers() {
        try (Channel channel = surroundings.channel()) {
            return channel.consumerCount("reader.events");
        } catch (Exception notThere) {
            return -1;
        }
    }
}

package io.orderflow.messaging.inbox;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import io.orderflow.events.OrderFailed;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.wire.FactJson;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// When the broker may forget a message. The reader here stops in the middle of its reaction, as a process does that
/// is about to die.
class AcknowledgingTest extends HearingFixture {
    private static final int SUSPICIOUS = 5;

    private final Pausing pausing = new Pausing();
    private final Consumer slow = slow();

    @AfterEach
    void stop() {
        pausing.goOn.countDown();
        slow.stop();
    }

    /// Guards what is in hand when a process or its connection dies.
    @Test
    void a_message_whose_reaction_has_not_committed_comes_again() throws Exception {
        declare();
        publish(Ids.next(), "pause");
        slow.start();
        pausing.reached.await();

        loseAllConnections();

        eventually(() -> assertThat(depth("reader.events")).isOne());
        pausing.goOn.countDown();
        eventually(() -> assertThat(depth("reader.events")).isZero());
        assertThat(seen()).containsExactly("pause");
    }

    /// Guards the neighbours of what ends the process: they are acknowledged before it is tried.
    @Test
    void beside_a_message_that_keeps_coming_back_each_is_acknowledged_by_itself() throws Exception {
        declare();
        publish(Ids.next(), "fine");
        publish(Ids.next(), "pause");
        for (int time = 0; time < SUSPICIOUS; time++) {
            try (Channel dying = surroundings.channel()) {
                while (dying.basicGet("reader.events", false) != null) {
                    // taken and never acknowledged
                }
            }
            eventually(() -> assertThat(depth("reader.events")).isEqualTo(2));
        }
        slow.start();
        pausing.reached.await();

        loseAllConnections();

        eventually(() -> assertThat(depth("reader.events")).isOne());
    }

    private void loseAllConnections() {
        surroundings.host().rabbitmqctl("close_all_connections", "--vhost", surroundings.virtualHost(), "lost");
    }

    private Consumer slow() {
        var subscriptions = new Subscriptions(List.of(pausing));
        var reacting = new Reacting(new InboxTable(jdbc), subscriptions, surroundings.transactions(), () -> {});
        return new Consumer(
                broker, topology, new FactJson(), reacting, subscriptions, new Pause(jdbc), Consumer.Size.USUAL);
    }

    private final class Pausing {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @ReactTo
        void react(OrderFailed fact) throws InterruptedException {
            jdbc.update("insert into seen (reason) values (?)", fact.reason());
            if (fact.reason().equals("pause")) {
                reached.countDown();
                goOn.await();
            }
        }
    }
}

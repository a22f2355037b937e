package io.orderflow.messaging.parking;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.outbox.Watchdog;
import io.orderflow.messaging.web.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;

/// The service's parking: lets visitors in, one after the other, each on a connection of their own.
final class Parking {
    /// Longer than a visit takes that nothing holds up, and shorter than the server bears an idle
    /// transaction.
    private static final Duration LONGEST = Duration.ofSeconds(14);

    private static final int ENDING_MILLIS = 2000;

    private final Broker broker;
    private final Topology topology;
    private final ParkingLock lock;

    Parking(Broker broker, Topology topology, ParkingLock lock) {
        this.broker = broker;
        this.topology = topology;
        this.lock = lock;
    }

    /// The queue.
    String queue() {
        return topology.parking();
    }

    /// Lets a visitor go through.
    ///
    /// @throws Refusal 409 if another visitor is in for too long; 503 if the broker is away, or does not
    ///                 take what is to be replayed; or what the visitor refuses
    Visit.Seen visit(Visitor visitor) {
        try {
            return go(visitor);
        } catch (NotTaken refused) {
            throw unavailable("not-taken", "The broker did not take it", refused);
        } catch (IOException | TimeoutException | ShutdownSignalException away) {
            throw unavailable("broker-away", "The broker is away", away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unavailable("stopping", "The service stops", stopping);
        }
    }

    private Visit.Seen go(Visitor visitor) throws IOException, TimeoutException, InterruptedException {
        Connection connection = broker.open(Broker.PARKING);
        try {
            return lock.holding(() -> {
                try (var _ = Watchdog.over(connection, LONGEST)) {
                    return new Visit(topology, connection, visitor).go();
                }
            });
        } finally {
            connection.abort(ENDING_MILLIS);
        }
    }

    private static Refusal unavailable(String slug, String title, Exception why) {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                slug,
                title,
                title + ": " + Broker.reason(why) + ". What is not settled is still parked.");
    }
}

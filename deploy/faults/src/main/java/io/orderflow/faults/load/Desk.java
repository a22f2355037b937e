package io.orderflow.faults.load;

import io.orderflow.faults.running.Database;
import io.orderflow.faults.running.Http;
import io.orderflow.faults.running.Orderflow;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The person whom a refund that failed waits for: tries it again.
public final class Desk implements AutoCloseable {
    private static final Duration ROUND = Duration.ofSeconds(3);

    private final Orderflow system;
    private final Http http = new Http(Duration.ofSeconds(10));
    private final Thread person = Thread.ofPlatform().daemon().name("desk").unstarted(this::work);

    /// Nobody sits there yet.
    public Desk(Orderflow system) {
        this.system = system;
    }

    /// Opens the desk.
    public void begin() {
        person.start();
    }

    @Override
    public void close() {
        person.interrupt();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(ROUND);
                retry(failed());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private List<UUID> failed() {
        try {
            return Database.of(system, Service.PAYMENT)
                    .rows(
                            "select order_id from payment where state = 'REFUND_FAILED' limit 100",
                            row -> row.getObject(1, UUID.class));
        } catch (IllegalStateException databaseAway) {
            return List.of();
        }
    }

    /// Whatever is answered: what still has failed is found in the next round.
    private void retry(List<UUID> orders) throws InterruptedException {
        String operator = Http.basic("operator", system.value("OPERATOR_PASSWORD"));
        for (UUID order : orders) {
            for (String url : system.urls(Service.PAYMENT)) {
                String path = url + "/payments/" + order + "/refund/retry";
                if (http.send("POST", path, null, Map.of("Authorization", operator))
                        .isFine()) {
                    break;
                }
            }
        }
    }
}

package io.orderflow.faults.invariants;

import io.orderflow.faults.running.Http;
import io.orderflow.faults.running.Http.Answer;
import io.orderflow.faults.running.Management;
import io.orderflow.faults.running.Orderflow;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What must hold once nothing is on its way: outboxes said, queues read, nothing parked, and the auditor
/// content.
final class Stillness {
    private static final String WATCH = "orderflow.watch";

    private final Orderflow system;
    private final Reading reading;
    private final Management management;
    private final Http http = new Http(Duration.ofSeconds(60));

    Stillness(Orderflow system, Reading reading) {
        this.system = system;
        this.reading = reading;
        this.management = new Management(system);
    }

    /// What is not still yet. Figures of queues are some seconds old.
    List<Violation> disturbed() throws InterruptedException {
        var found = new ArrayList<Violation>();
        for (Service service : Service.values()) {
            long waiting = reading.unpublished(service);
            if (waiting > 0) {
                found.add(Violation.of(waiting + " events wait in the outbox of " + service.id()));
            }
        }
        management.messages().forEach((queue, messages) -> {
            if (messages > 0 && !queue.equals(WATCH)) {
                found.add(Violation.of(messages + " messages are in the queue " + queue));
            }
        });
        return found;
    }

    /// What is parked now, which nothing of the load should ever be.
    List<Violation> parked() throws InterruptedException {
        return management.messages().entrySet().stream()
                .filter(queue -> queue.getKey().endsWith(".parking") && queue.getValue() > 0)
                .map(queue -> Violation.of(queue.getValue() + " messages are in " + queue.getKey()))
                .toList();
    }

    /// What analytics' auditor has to say: figures that do not agree with their owners', discrepancies.
    List<Violation> audited() throws InterruptedException {
        var found = new ArrayList<Violation>();
        Answer compared = asked("POST", "/audit/comparisons?until=PT0S");
        if (!compared.isFine() || !compared.body().path("agrees").asBoolean(false)) {
            var differing = new ArrayList<String>();
            compared.body()
                    .path("owners")
                    .forEach(owner -> owner.path("figures").forEach(figure -> {
                        if (!figure.path("agrees").asBoolean(true)) {
                            differing.add(owner.path("owner").asString("") + " " + figure);
                        }
                    }));
            found.add(Violation.of("Analytics and the owners of the figures do not agree: "
                    + (differing.isEmpty() ? compared.told() : String.join("; ", differing))));
        }
        Answer open = asked("GET", "/audit/discrepancies?open=true");
        if (!open.isFine()) {
            found.add(Violation.of("The auditor does not tell: " + open.told()));
        }
        open.body().path("discrepancies").forEach(one -> found.add(Violation.of("The auditor found " + one)));
        return found;
    }

    private Answer asked(String method, String path) throws InterruptedException {
        return http.send(
                method,
                system.url(Service.ANALYTICS) + path,
                null,
                Map.of("Authorization", Http.basic("operator", system.value("OPERATOR_PASSWORD"))));
    }
}

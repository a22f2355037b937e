package io.orderflow.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// `deploy/demo`: places five orders over HTTP, as a client would, and prints the life of each as it comes.
final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final State state;
    private final Progress progress;
    private final Http http = new Http();

    Demo(State state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    /// Runs it.
    ///
    /// @return true if each order ended as it must
    boolean run() {
        Plan plan = state.plan().orElseThrow(() -> new Refused("Nothing runs: deploy/up starts it."));
        var catalogue = new Catalogue(plan, state.secrets(), http);
        if (!http.get(plan.url(Service.ORDER, 1) + "/actuator/health", Map.of()).isFine()) {
            throw new Refused("The order service does not answer at " + plan.url(Service.ORDER, 1)
                    + ": deploy/up starts what is missing.");
        }
        catalogue.list(progress);
        catalogue.stock(Catalogue.MUG, 10);
        catalogue.stock(Catalogue.TEA, 10);
        var wrong = new ArrayList<String>();
        for (DemoOrder order : DemoOrder.all()) {
            wrong.addAll(tell(order, plan));
        }
        progress.print("\n");
        wrong.forEach(sentence -> progress.print("WRONG: " + sentence + "\n"));
        if (wrong.isEmpty()) {
            progress.print("All five orders ended as they must, and the provider's ledger agrees to the cent.\n");
        }
        return wrong.isEmpty();
    }

    private List<String> tell(DemoOrder order, Plan plan) {
        progress.print("\n" + order.title() + "\n");
        String orders = plan.url(Service.ORDER, 1) + "/orders";
        var placed =
                http.post(orders, Map.of("Idempotency-Key", UUID.randomUUID().toString()), order.request());
        if (placed.status() != 202) {
            return List.of(order.title() + ": the order was not accepted: " + placed.told());
        }
        String id = placed.body().path("orderId").asString("");
        String total = placed.body().path("total").path("amount").asString("");
        var token = Map.of("Order-Token", placed.body().path("accessToken").asString(""));
        progress.print("  order %s over %s %s%n"
                .formatted(id, placed.body().path("total").path("currency").asString(""), total));
        var story = new Story(progress);
        boolean ended = Waiting.until(PATIENCE, () -> {
            JsonNode seen = http.get(orders + "/" + id, token).body();
            story.tell(seen);
            return order.ends().contains(seen.path("status").asString(""));
        });
        if (!ended) {
            return List.of(order.title() + ": order " + id + " is " + story.status() + " after " + PATIENCE.toSeconds()
                    + " s and should be " + String.join(" or ", order.ends()));
        }
        progress.print("  => " + story.status() + "\n");
        return new Ledger(plan, state.secrets(), http).check(order, id, total);
    }
}

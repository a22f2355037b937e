package io.orderflow.local;

import io.orderflow.local.DemoOrder.Twist;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// `deploy/demo`: places orders over HTTP, as a client would, one for each way in which an order can go, and prints the
/// life of each as it comes.
final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final State state;
    private final Plan plan;
    private final Progress progress;
    private final Http http = new Http();

    Demo(State state, Progress progress) {
        this.state = state;
        this.plan = state.plan().orElseThrow(() -> new Refused("Nothing runs: deploy/up starts it."));
        this.progress = progress;
    }

    /// Runs it.
    ///
    /// @return true if each order ended as it must
    boolean run() {
        var catalogue = new Catalogue(plan, state.secrets(), http);
        if (!http.get(plan.url(Service.ORDER, 1) + "/actuator/health", Map.of()).isFine()) {
            throw new Refused("The order service does not answer at " + plan.url(Service.ORDER, 1)
                    + ": deploy/up starts what is missing.");
        }
        catalogue.list(progress);
        catalogue.stock(Catalogue.MUG, 20);
        catalogue.stock(Catalogue.TEA, 10);
        var wrong = new ArrayList<String>();
        for (DemoOrder order : DemoOrder.all()) {
            wrong.addAll(tell(order));
        }
        progress.print("\n");
        wrong.forEach(sentence -> progress.print("WRONG: " + sentence + "\n"));
        if (wrong.isEmpty()) {
            progress.print("All " + DemoOrder.all().size()
                    + " orders ended as they must, and the provider's ledger agrees to the cent.\n");
        }
        return wrong.isEmpty();
    }

    private List<String> tell(DemoOrder order) {
        progress.print("\n" + order.title() + "\n");
        String orders = plan.url(Service.ORDER, 1) + "/orders";
        var placed = http.post(
                orders,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                order.wish().request());
        if (placed.status() != 202) {
            return List.of(order.title() + ": the order was not accepted: " + placed.told());
        }
        String id = placed.body().path("orderId").asString("");
        String total = placed.body().path("total").path("amount").asString("");
        var token = Map.of("Order-Token", placed.body().path("accessToken").asString(""));
        progress.print("  order %s over %s %s%n"
                .formatted(id, placed.body().path("total").path("currency").asString(""), total));
        var story = new Story(progress);
        var life = new Life(orders + "/" + id, token, story);
        boolean ended = life.twisted(order.twist())
                && life.reaches(
                        seen -> order.ends().contains(seen.path("status").asString("")));
        if (!ended) {
            return List.of(order.title() + ": order " + id + " is " + story.status() + " after " + PATIENCE.toSeconds()
                    + " s and should be " + String.join(" or ", order.ends()));
        }
        progress.print("  => " + story.status() + "\n");
        return new Ledger(plan, state.secrets(), http).check(order, id, total);
    }

    /// One order as its customer sees it.
    private final class Life {
        private final String url;
        private final Map<String, String> token;
        private final Story story;

        Life(String url, Map<String, String> token, Story story) {
            this.url = url;
            this.token = token;
            this.story = story;
        }

        /// False if what was waited for did not come.
        boolean twisted(Twist twist) {
            return switch (twist) {
                case NOTHING -> true;
                case CANCELLED_AT_ONCE -> cancel();
                case CANCELLED_AT_THE_CARRIER ->
                    reaches(seen -> seen.path("status").asString("").equals("CONFIRMED"))
                            && cancel()
                            && reaches(seen -> has(seen, "v1.order.shipped"))
                            && refused();
            };
        }

        boolean reaches(Predicate<JsonNode> there) {
            return Waiting.until(PATIENCE, () -> {
                JsonNode seen = http.get(url, token).body();
                story.tell(seen);
                return there.test(seen);
            });
        }

        private boolean cancel() {
            var answer = http.post(url + "/cancellation", token, Map.of());
            progress.print("  (the customer cancels: HTTP " + answer.status() + ")\n");
            return answer.isFine();
        }

        private boolean refused() {
            var answer = http.post(url + "/cancellation", token, Map.of());
            progress.print("  (the customer cancels again: " + answer.told() + ")\n");
            return answer.status() == 409;
        }

        private static boolean has(JsonNode order, String type) {
            for (JsonNode entry : order.path("timeline")) {
                if (entry.path("type").asString("").equals(type)) {
                    return true;
                }
            }
            return false;
        }
    }
}

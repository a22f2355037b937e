package io.orderflow.system;

import static io.orderflow.system.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What every answer must be like, whatever the question was.
final class Soundness {
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    /// How many answers there were of each status.
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /// No error of ours, no word of how it is made, and one form for whatever is refused. What is no HTTP never reaches
    /// the application: the connector closes the connection after a page of its own.
    void check(String what, RawHttp.Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        String as = what + " -> " + answer;
        boolean connectors = answer.headers().getOrDefault("content-type", "").startsWith("text/html");
        assertThat(answer.status())
                .as(as)
                .isIn(List.of(
                        0, 200, 201, 202, 204, 400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 417, 422, 431, 501,
                        503, 505));
        assertThat(answer.text())
                .as(as)
                .doesNotContain(
                        "Exception",
                        "java.",
                        "springframework",
                        "io.orderflow",
                        "hibernate",
                        "Tomcat",
                        "tomcat",
                        "SQL",
                        "select ");
        if (connectors) {
            assertThat(answer.status()).as(as).isIn(400, 417, 431, 501, 505);
        } else if (answer.status() >= 400 && !what.contains(": HEAD ")) {
            assertThat(answer.headers().get("content-type")).as(as).isEqualTo("application/problem+json");
            JsonNode problem = answer.problem();
            assertThat(problem.path("status").asInt()).as(as).isEqualTo(answer.status());
            assertThat(text(problem, "type")).as(as).startsWith("/problems/");
            assertThat(text(problem, "title")).as(as).isNotBlank();
        }
    }

    @Override
    public String toString() {
        return "answers: " + statuses;
    }
}

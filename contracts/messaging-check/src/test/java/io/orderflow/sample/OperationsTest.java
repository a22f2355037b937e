package io.orderflow.sample;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.messaging.operations.OperatorActions;
import io.orderflow.messaging.test.ServiceTest;
import io.orderflow.messaging.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class OperationsTest {
    @Autowired
    private RestTestClient http;

    @Autowired
    private OperatorActions actions;

    @Autowired
    private JdbcTemplate jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/outbox", "/actuator/operations", "/actuator/metrics"})
    void the_machinery_has_a_log_in_of_its_own(String path) {
        http.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType("application/problem+json");
        as("operator", path).expectStatus().isForbidden().expectHeader().contentType("application/problem+json");
        as("operations", path).expectStatus().isOk();
    }

    @Test
    void health_wants_no_log_in() {
        eventually(() -> http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk());
    }

    @Test
    void what_operators_do_is_kept_and_never_changed() {
        long id = actions.keep("sample.touch", "a thing", " to see ", Map.of("size", 3));

        as("operations", "/actuator/operations?limit=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.operations[0].id")
                .isEqualTo(id)
                .jsonPath("$.operations[0].operator")
                .isEqualTo("nobody")
                .jsonPath("$.operations[0].why")
                .isEqualTo("to see")
                .jsonPath("$.operations[0].details.size")
                .isEqualTo(3);
        assertThatThrownBy(() -> jdbc.update("delete from operator_action where id = ?", id))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
        assertThat(jdbc.queryForObject("select count(*) from operator_action where id = ?", Integer.class, id))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nothing_is_done_without_a_reason(String why) {
        assertThatThrownBy(() -> actions.keep("sample.touch", "a thing", why, Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("reason-required");
    }

    @Test
    void the_outbox_tells_what_waits() {
        eventually(() -> as("operations", "/actuator/outbox")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.backlog")
                .isEqualTo(0)
                .jsonPath("$.age")
                .isEqualTo("PT0S")
                .jsonPath("$.refused.length()")
                .isEqualTo(0));
    }

    @Test
    void a_wrong_parameter_is_one_problem() {
        as("operations", "/actuator/operations?limit=many")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType("application/problem+json");
    }

    private RestTestClient.ResponseSpec as(String user, String path) {
        String login = Base64.getEncoder().encodeToString((user + ":test").getBytes(StandardCharsets.UTF_8));
        return http.get().uri(path).header("Authorization", "Basic " + login).exchange();
    }
}

package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Orderflow.Running.class)
class FrontDoorsTest {
    @Test
    void up_prints_every_address_and_log_in(Orderflow orderflow) {
        Map<String, String> environment = orderflow.environment();

        for (String service : Choreography.SERVICES) {
            assertThat(orderflow.printedByUp()).contains(environment.get(service.toUpperCase(Locale.ROOT) + "_URL"));
        }
        assertThat(orderflow.printedByUp())
                .contains(
                        environment.get("MANAGEMENT_URL"),
                        environment.get("OPERATOR_PASSWORD"),
                        environment.get("VIEWER_PASSWORD"));
    }

    @Test
    void a_second_up_changes_nothing(Orderflow orderflow) {
        Map<String, String> before = orderflow.environment();

        Checkout.Said up = orderflow.checkout().run("up");

        assertThat(up.exit()).as(up.output()).isZero();
        assertThat(processes(orderflow.environment()))
                .isEqualTo(processes(before))
                .isNotEmpty();
    }

    @Test
    void the_demo_shows_orders_that_end_as_they_must(Orderflow orderflow) {
        Checkout.Said demo = orderflow.checkout().run("demo");

        assertThat(demo.exit()).as(demo.output()).isZero();
        assertThat(demo.output()).contains("SHIPPED", "FAILED");
    }

    @Test
    void an_unknown_option_is_refused_in_a_sentence(Orderflow orderflow) {
        Checkout.Said said = orderflow.checkout().run("status", "--nonsense");

        assertThat(said.exit()).isNotZero();
        assertThat(said.output().strip().lines()).hasSize(1);
        assertThat(said.output()).contains("--nonsense");
    }

    private static Map<String, String> processes(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(entry ->
                        entry.getKey().endsWith("_PIDS") || entry.getKey().endsWith("_PID"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

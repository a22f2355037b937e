package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
    @TempDir
    Path root;

    @Test
    void a_service_is_told_its_own_log_ins_and_no_others() {
        State state = new State(root, root.resolve(".orderflow"));
        state.create();

        var settings = new ServiceProcess(state, new Plan(1000, 2), Service.PAYMENT, 2).settings();

        assertThat(settings)
                .containsEntry("SERVER_PORT", "9181")
                .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:16432/orderflow_payment")
                .containsEntry("SPRING_DATASOURCE_USERNAME", "payment")
                .containsEntry("SPRING_FLYWAY_USER", "payment_owner")
                .containsEntry("SPRING_RABBITMQ_USERNAME", "payment")
                .containsEntry("SPRING_RABBITMQ_HOST", "127.0.0.1")
                .containsEntry("SPRING_RABBITMQ_PORT", "6672")
                .containsEntry("SPRING_RABBITMQ_VIRTUAL_HOST", "orderflow");
        assertThat(settings.get("SPRING_DATASOURCE_PASSWORD")).isNotEqualTo(settings.get("SPRING_FLYWAY_PASSWORD"));
    }

    @Test
    void analytics_is_told_where_the_owners_of_figures_are_and_shipping_what_carriers_sign_with() {
        State state = new State(root, root.resolve(".orderflow"));
        state.create();
        var plan = new Plan(1000, 1);

        assertThat(new ServiceProcess(state, plan, Service.ANALYTICS, 1).settings())
                .containsEntry("ORDERFLOW_ANALYTICS_OWNERS_ORDER", "http://127.0.0.1:9080")
                .containsEntry("ORDERFLOW_ANALYTICS_OWNERS_NOTIFICATION", "http://127.0.0.1:9084")
                .doesNotContainKey("ORDERFLOW_ANALYTICS_OWNERS_ANALYTICS");
        assertThat(new ServiceProcess(state, plan, Service.SHIPPING, 1).settings())
                .hasEntrySatisfying(
                        "ORDERFLOW_SHIPPING_WEBHOOK_SECRET",
                        secret -> assertThat(secret).startsWith("whsec_"));
        assertThat(new ServiceProcess(state, plan, Service.ORDER, 1).settings())
                .doesNotContainKeys("ORDERFLOW_SHIPPING_WEBHOOK_SECRET", "ORDERFLOW_ANALYTICS_OWNERS_ORDER");
    }

    @Test
    void the_jvm_is_given_what_is_asked_for_besides() {
        assertThat(ServiceProcess.options(" -XX:TieredStopAtLevel=1  -Xss512k "))
                .containsExactly("-XX:TieredStopAtLevel=1", "-Xss512k");
        assertThat(ServiceProcess.options(" ")).isEmpty();
        assertThat(ServiceProcess.options(null)).isEmpty();
    }
}

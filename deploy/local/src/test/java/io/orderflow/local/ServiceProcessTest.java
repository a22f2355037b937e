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
                .containsEntry("SPRING_RABBITMQ_PORT", "6672")
                .containsEntry("SPRING_RABBITMQ_VIRTUAL_HOST", "orderflow");
        assertThat(settings.get("SPRING_DATASOURCE_PASSWORD")).isNotEqualTo(settings.get("SPRING_FLYWAY_PASSWORD"));
    }
}

package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetoursTest {
    @TempDir
    Path root;

    private State state = new State(Path.of("/nowhere"), Path.of("/nowhere"));

    @BeforeEach
    void create() {
        state = new State(root, root.resolve(".orderflow"));
        state.create();
    }

    @Test
    void a_service_goes_its_detour_and_the_others_go_straight() throws Exception {
        state.keep(read("# one of each\n\npayment.broker=10.77.0.2:41001\n order.database=localhost:41002 \n"));

        assertThat(settings(Service.PAYMENT))
                .containsEntry("SPRING_RABBITMQ_HOST", "10.77.0.2")
                .containsEntry("SPRING_RABBITMQ_PORT", "41001")
                .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:16432/orderflow_payment");
        assertThat(settings(Service.ORDER))
                .containsEntry("SPRING_RABBITMQ_HOST", "127.0.0.1")
                .containsEntry("SPRING_RABBITMQ_PORT", "6672")
                .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:41002/orderflow_order");
    }

    @Test
    void detours_are_kept_until_they_are_replaced_or_forgotten() throws Exception {
        assertThat(state.detours()).isEqualTo(Detours.none());

        state.keep(read("payment.broker=127.0.0.1:41001\norder.broker=127.0.0.1:41002"));
        assertThat(state.detours())
                .isEqualTo(new Detours(Map.of("payment.broker", "127.0.0.1:41001", "order.broker", "127.0.0.1:41002")));

        state.keep(read("payment.broker=127.0.0.1:41003"));
        assertThat(state.detours()).isEqualTo(new Detours(Map.of("payment.broker", "127.0.0.1:41003")));

        new Down(state, new Progress(new PrintStream(OutputStream.nullOutputStream()))).run(false);
        assertThat(state.detours()).isEqualTo(Detours.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payment.broker",
                "payment.broker=127.0.0.1",
                "payment.broker=127.0.0.1:0",
                "payment.broker=127.0.0.1:65536",
                "payment.broker=127.0.0.1:41001/other",
                "payment.broker=a:1,b:2",
                "payment.mail=127.0.0.1:41001",
                "payments.broker=127.0.0.1:41001",
                "payment.broker=127.0.0.1:1\npayment.broker=127.0.0.1:2",
            })
    void a_line_that_is_none_is_refused_in_a_sentence(String line) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("ORDERFLOW_DETOURS names " + root)
                .hasMessageContaining("payment")
                .hasMessageEndingWith(".");
    }

    @Test
    void a_file_that_is_not_there_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> Detours.read(root.resolve("none")))
                .isInstanceOf(Refused.class)
                .hasMessage("ORDERFLOW_DETOURS names " + root.resolve("none") + ", which cannot be read.");
    }

    private Map<String, String> settings(Service service) {
        return new ServiceProcess(state, new Plan(1000, 1), service, 1).settings();
    }

    private Detours read(String text) throws Exception {
        return Detours.read(Files.writeString(root.resolve("given"), text));
    }
}

package io.orderflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The short form of `deploy/chaos`: two instances of each service, some kills, a broker that restarts.
class ShortFormTest {
    private static final String FAULTS = "kill-services,broker-restart";

    @Test
    void killed_services_and_a_restarted_broker_lose_nothing_and_do_nothing_twice() throws Exception {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> words = List.of(root().toString(), "--short", "--rate", "4", "--only", FAULTS);

        boolean good = Main.run(words, Faults.all(), out);

        String told = said.toString(StandardCharsets.UTF_8);
        assertThat(good).as(told).isTrue();
        assertThat(told)
                .startsWith("Seed ")
                .contains(
                        "Nothing was lost and nothing done twice: 2 faults", "| kill-services |", "| broker-restart |");
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("deploy/up"))) {
            Path parent = folder.getParent();
            assertThat(parent).as("deploy/up is somewhere above").isNotNull();
            folder = parent == null ? folder : parent;
        }
        return folder;
    }
}

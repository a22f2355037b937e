package io.orderflow.messaging.test;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("nodesAreNative")
class EndOfTheJvmTest {
    static boolean nodesAreNative() {
        return Nodes.here() == Nodes.NATIVE;
    }

    @Test
    void broker_and_database_end_with_the_jvm_that_used_them_and_their_data_is_gone(@TempDir Path temporary)
            throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.io.tmpdir=" + temporary,
                        UsesBoth.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(jvm.waitFor()).as(said).isZero();
        List<Long> started = said.lines()
                .filter(line -> line.startsWith("started "))
                .map(line -> Long.valueOf(line.substring("started ".length())))
                .toList();
        assertThat(started).hasSizeGreaterThan(2);
        eventually(() -> assertThat(started).noneMatch(EndOfTheJvmTest::runs));
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.map(path -> path.getFileName().toString())).allMatch(name -> name.equals("embedded-pg"));
        }
    }

    /// What has ended and was not collected by anybody has no command line.
    private static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .isPresent();
    }

    /// Uses both and says which processes it has then.
    static final class UsesBoth {
        private UsesBoth() {}

        public static void main(String... arguments) {
            TestBroker.shared().newVirtualHost();
            TestDatabase.newDatabase();
            var processes =
                    new ArrayList<>(ProcessHandle.current().descendants().toList());
            processes.forEach(process -> System.out.println("started " + process.pid()));
        }
    }
}

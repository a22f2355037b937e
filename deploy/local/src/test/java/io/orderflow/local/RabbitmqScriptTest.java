package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `deploy/up` and `deploy/test` decide to do about RabbitMQ, with programs that only pretend.
class RabbitmqScriptTest {
    @TempDir
    Path programs;

    @Test
    void what_is_there_is_not_installed() throws Exception {
        assertThat(decision("true", "0")).isEqualTo("nothing");
    }

    @Test
    void root_installs_with_apt() throws Exception {
        program("apt-get", "exit 0");

        assertThat(decision("false", "0")).isEqualTo("apt");
    }

    @Test
    void who_may_use_sudo_without_a_password_installs_with_sudo() throws Exception {
        program("apt-get", "exit 0");
        program("sudo", "exit 0");

        assertThat(decision("false", "1000")).isEqualTo("sudo");
    }

    @Test
    void who_would_be_asked_for_a_password_is_refused() throws Exception {
        program("apt-get", "exit 0");
        program("sudo", "exit 1");

        assertThat(decision("false", "1000")).isEqualTo("refuse");
    }

    @Test
    void where_there_is_no_apt_nothing_is_installed() throws Exception {
        assertThat(decision("false", "0")).isEqualTo("refuse");
    }

    private String decision(String isThere, String user) throws Exception {
        program("id", "echo " + user);
        String script = ". '" + Path.of("rabbitmq.sh").toAbsolutePath() + "'; rabbitmq_is_there() { " + isThere
                + "; }; PATH='" + programs + "'; rabbitmq_decision";
        return Command.run(programs, Duration.ofSeconds(10), List.of("/bin/sh", "-c", script))
                .output()
                .strip();
    }

    private void program(String name, String does) throws Exception {
        Path file = programs.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

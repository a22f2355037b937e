package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {
    @TempDir
    Path root;

    private State state = new State(Path.of("/nowhere"), Path.of("/nowhere"));

    @BeforeEach
    void create() {
        state = new State(root, root.resolve("with a blank/.orderflow"));
        state.create();
    }

    @Test
    void a_plan_is_found_again() {
        assertThat(state.plan()).isEmpty();

        state.keep(new Plan(1000, 2));

        assertThat(state.plan()).contains(new Plan(1000, 2));
    }

    @Test
    void a_secret_stays_what_it_was_and_is_its_owners_only() throws Exception {
        String operator = state.secrets().operator();

        assertThat(state.secrets().operator()).isEqualTo(operator).hasSize(24);
        assertThat(state.secrets().viewer()).isNotEqualTo(operator);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(state.folder().resolve("secrets"))))
                .isEqualTo("rw-------");
    }

    @Test
    void only_what_lives_is_running() {
        var self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
        state.pids().record("order-1", self);
        state.pids().record("payment-1", new ProcessIdentity(self.pid(), "1"));

        assertThat(state.pids().running()).containsOnlyKeys("order-1");
        assertThat(state.pids().running("payment-1")).isEmpty();
    }

    @Test
    void two_commands_never_work_at_once() throws Exception {
        try (var lock = state.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(state::lock).isInstanceOf(IllegalStateException.class);
        }
    }
}

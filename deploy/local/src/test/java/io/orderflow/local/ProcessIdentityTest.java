package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
    private final ProcessIdentity self =
            ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

    @Test
    void a_process_is_known_again_from_its_line() {
        assertThat(ProcessIdentity.parse(self.line() + "\n")).contains(self);
        assertThat(self.alive()).isTrue();
    }

    @Test
    void a_recycled_id_is_another_process() {
        assertThat(new ProcessIdentity(self.pid(), "1").alive()).isFalse();
    }

    @Test
    void a_command_with_brackets_and_blanks_is_read() {
        String stat = "42 (a) b (c) S 1 42 42 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 987654 0 0";

        assertThat(ProcessIdentity.fromStat(42, stat)).contains(new ProcessIdentity(42, "987654"));
    }

    @Test
    void the_remains_of_a_process_are_no_process() {
        String stat = "42 (java) Z 1 42 42 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 987654 0 0";

        assertThat(ProcessIdentity.fromStat(42, stat)).isEmpty();
    }

    @Test
    void a_broken_line_is_no_process() {
        assertThat(ProcessIdentity.parse("")).isEmpty();
        assertThat(ProcessIdentity.parse("x y")).isEmpty();
    }
}

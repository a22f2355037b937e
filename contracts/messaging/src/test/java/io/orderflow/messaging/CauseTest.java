package io.orderflow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CauseTest {
    private final UUID event = UUID.randomUUID();

    @Test
    void a_cause_comes_back_from_the_row_that_kept_it() {
        var plain = new Cause(event, null);
        var traced = new Cause(event, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(Cause.parse(plain.text())).isEqualTo(plain);
        assertThat(Cause.parse(traced.text())).isEqualTo(traced);
        assertThat(Cause.parse(null)).isNull();
        assertThat(Cause.parse(" ")).isNull();
    }

    @Test
    void a_cause_holds_for_as_long_as_its_reaction_runs() {
        var seen = new AtomicReference<Cause>();

        Cause.during(new Cause(event, null), () -> seen.set(Cause.current()));

        assertThat(seen.get()).isEqualTo(new Cause(event, null));
        assertThat(Cause.current()).isNull();
    }
}

package io.orderflow.messaging.parking;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.messaging.operations.OperatorActions;
import io.orderflow.messaging.web.Refusal;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What goes on in the background.
class RunsTest extends ParkingFixture {
    private final Runs runs = new Runs(parking, new OperatorActions(surroundings.jdbc()), again);

    @Test
    void one_goes_on_at_a_time_and_ends_with_the_service_and_what_is_not_done_is_still_parked() throws Exception {
        park(20);
        runs.start();

        assertThat(runs.begin("replay", null, 2, "to see").found()).isEqualTo(20); // ten seconds of work

        assertThatThrownBy(() -> runs.begin("discard", null, 1000, "at the same time"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already-running");
        eventually(() -> assertThat(progress().done()).isPositive());
        assertThat(parking.visit(_ -> Verdict.KEEP).seen()).isPositive(); // looking is possible in between
        runs.stop();

        assertThat(progress().ended()).isNotNull();
        assertThat(progress().trouble()).isEqualTo("the service stopped");
        int done = progress().done();
        assertThat(done).isLessThan(20);
        assertThat(texts("reader.events")).hasSize(done);
        assertThat(texts("reader.parking")).hasSize(20 - done);
    }

    @Test
    void what_is_parked_later_is_left_alone() throws Exception {
        park(2);
        var which = new Selection(null, Instant.parse("2026-11-20T10:15:29Z")); // a second before
        var order = new Run.Order(1, "replay", which, 5, 1000, "nobody");

        new Run(parking, order, again::asItIs).run();

        assertThat(texts("reader.parking")).hasSize(2);
    }

    private Progress progress() {
        return Objects.requireNonNull(runs.progress());
    }
}

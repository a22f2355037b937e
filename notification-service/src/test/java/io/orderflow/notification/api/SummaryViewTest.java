package io.orderflow.notification.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.notification.domain.State;
import io.orderflow.notification.domain.Tally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryViewTest {
    @Test
    void what_was_given_up_is_counted_beside_what_left() {
        var view = SummaryView.of(
                null,
                List.of(
                        new Tally("v1.order.created", State.SENT, 7),
                        new Tally("v1.order.created", State.FAILED, 2),
                        new Tally("v1.order.failed", State.FAILED, 1),
                        new Tally("v1.order.failed", State.DUE, 3)));
        assertThat(view.states()).isEqualTo(Map.of(State.WAITING, 0L, State.DUE, 3L, State.SENT, 7L, State.FAILED, 3L));
        assertThat(view.templates())
                .isEqualTo(Map.of(
                        "v1.order.created", new SummaryView.Ended(7, 2),
                        "v1.order.failed", new SummaryView.Ended(0, 1)));
    }
}

package io.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// That a change and what it says are one transaction.
class SayingTest extends RelayFixture {
    /// Guards the facts of every change: one that could not be told is not made.
    @Test
    void a_change_whose_facts_cannot_be_written_is_not_made() {
        jdbc.execute("create table change (id int)");
        jdbc.execute("alter table outbox add constraint refused check (subject = '')");

        assertThatThrownBy(() -> surroundings.transactions().executeWithoutResult(_ -> {
                    jdbc.update("insert into change values (1)");
                    outbox.say(processed());
                }))
                .hasMessageContaining("refused");

        assertThat(count("change")).isZero();
    }
}

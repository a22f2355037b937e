package io.orderflow.faults.wires;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FootprintTest {
    private static final Footprint BEFORE = new Footprint(2, 4, 4, 10, 10, 100);

    @Test
    void a_pool_may_grow_and_threads_may_come_and_go() {
        assertThat(new Footprint(2, 4, 4, 26, 26, 110).leaksSince(BEFORE, "payment"))
                .isEmpty();
    }

    @Test
    void every_connection_too_many_is_named() {
        assertThat(new Footprint(2, 5, 5, 10, 10, 100).leaksSince(BEFORE, "payment"))
                .containsExactly("payment has 5 connections to the broker, before it had 4");
        assertThat(new Footprint(2, 4, 5, 10, 10, 100).leaksSince(BEFORE, "payment"))
                .containsExactly("the broker has 5 connections of payment, which has 4");
        assertThat(new Footprint(2, 4, 4, 27, 27, 100).leaksSince(BEFORE, "payment"))
                .containsExactly("payment has 27 connections to its database, 26 is all that its 2 instances may have");
        assertThat(new Footprint(2, 4, 4, 10, 11, 100).leaksSince(BEFORE, "payment"))
                .containsExactly("PostgreSQL has 11 connections of payment, which has 10");
        assertThat(new Footprint(2, 4, 4, 10, 10, 125).leaksSince(BEFORE, "payment"))
                .containsExactly("payment has 125 threads, before it had 100");
    }
}

package io.orderflow.messaging.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NodesTest {
    @Test
    void where_an_engine_answers_it_is_containers_else_native() {
        assertThat(Nodes.choose(null, () -> true)).isEqualTo(Nodes.CONTAINERS);
        assertThat(Nodes.choose(" ", () -> false)).isEqualTo(Nodes.NATIVE);
    }

    @Test
    void what_somebody_asks_for_is_taken_without_asking_the_engine() {
        assertThat(Nodes.choose("native", NodesTest::mustNotBeAsked)).isEqualTo(Nodes.NATIVE);
        assertThat(Nodes.choose("Containers", NodesTest::mustNotBeAsked)).isEqualTo(Nodes.CONTAINERS);
    }

    @Test
    void a_wrong_wish_is_refused_by_its_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nodes.choose("docker", () -> true))
                .withMessage("orderflow.test.nodes is containers or native, not docker");
    }

    private static boolean mustNotBeAsked() {
        throw new AssertionError("nobody should have looked for an engine");
    }
}

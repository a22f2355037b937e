package io.orderflow.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AtOnceTest {
    private final AtOnce atOnce = new AtOnce(1, new ProblemWriter());

    @Test
    void the_request_for_which_there_is_no_room_is_told_to_come_again() throws Exception {
        var beside = new MockHttpServletResponse();

        atOnce.doFilter(get("/orders"), new MockHttpServletResponse(), (_, _) -> {
            atOnce.doFilter(get("/orders"), beside, new MockFilterChain());
        });

        assertThat(beside.getStatus()).isEqualTo(503);
        assertThat(beside.getContentType()).isEqualTo("application/problem+json");
        assertThat(beside.getHeader("Retry-After")).isIn("1", "2", "3");
    }

    @Test
    void when_one_has_gone_there_is_room_again_also_after_a_failure() throws Exception {
        var chain = new MockFilterChain();
        try {
            atOnce.doFilter(get("/orders"), new MockHttpServletResponse(), (_, _) -> {
                throw new IllegalStateException("it failed");
            });
        } catch (IllegalStateException expected) {
            atOnce.doFilter(get("/orders"), new MockHttpServletResponse(), chain);
        }

        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void there_is_always_room_for_those_who_see_to_the_machinery() throws Exception {
        var chain = new MockFilterChain();

        atOnce.doFilter(
                get("/orders"),
                new MockHttpServletResponse(),
                (_, _) -> atOnce.doFilter(get("/actuator/health"), new MockHttpServletResponse(), chain));

        assertThat(chain.getRequest()).isNotNull();
    }

    private static MockHttpServletRequest get(String path) {
        return new MockHttpServletRequest("GET", path);
    }
}

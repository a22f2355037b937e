package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void without_an_offset_the_ports_are_the_known_ones() {
        Plan plan = Plan.of("0", 1);

        assertThat(plan.url(Service.ORDER, 1)).isEqualTo("http://127.0.0.1:8080");
        assertThat(plan.url(Service.ANALYTICS, 1)).isEqualTo("http://127.0.0.1:8085");
        assertThat(plan.management()).isEqualTo(15672);
    }

    @Test
    void an_offset_shifts_every_port() {
        var plain = Plan.of("0", 2).ports();
        var shifted = Plan.of("1000", 2).ports();

        assertThat(shifted)
                .extracting(Plan.Port::number)
                .containsExactlyElementsOf(
                        plain.stream().map(port -> port.number() + 1000).toList());
    }

    @Test
    void no_port_is_used_twice_however_many_instances() {
        assertThat(Plan.of("0", 9).ports()).extracting(Plan.Port::number).doesNotHaveDuplicates();
    }

    @Test
    void further_instances_are_a_hundred_ports_apart() {
        assertThat(Plan.of("0", 3).http(Service.PAYMENT, 3)).isEqualTo(8281);
    }

    @Test
    void nonsense_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> Plan.of("many", 1)).isInstanceOf(Refused.class).hasMessageContaining("'many'");
        assertThatThrownBy(() -> Plan.of("60000", 1)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Plan.of("0", 0)).isInstanceOf(Refused.class);
    }

    @Test
    void a_taken_port_is_noticed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new Plan.Port("anything", taken.getLocalPort()).free()).isFalse();
        }
    }

    @Test
    void an_offset_can_be_found_by_itself() {
        assertThat(Plan.of("auto", 1).ports()).allMatch(Plan.Port::free);
    }
}

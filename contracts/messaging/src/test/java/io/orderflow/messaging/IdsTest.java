package io.orderflow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void ids_are_of_version_7_and_unique() {
        var ids = new HashSet<UUID>();
        for (int i = 0; i < 10_000; i++) {
            UUID id = Ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            ids.add(id);
        }
        assertThat(ids).hasSize(10_000);
    }

    @Test
    void an_id_of_a_later_millisecond_sorts_after_all_of_an_earlier_one() {
        long now = System.currentTimeMillis();
        var texts = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            texts.add(Ids.of(now + i, -1 ^ (long) i * 7919, i * 104729L).toString());
        }
        assertThat(texts).isSorted();
    }

    @Test
    void the_time_is_in_the_first_48_bits() {
        assertThat(Ids.of(0x0198_C5A1_7D3EL, 0, 0)).hasToString("0198c5a1-7d3e-7000-8000-000000000000");
    }
}

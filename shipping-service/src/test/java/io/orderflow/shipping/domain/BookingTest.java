package io.orderflow.shipping.domain;

import static io.orderflow.shipping.domain.ShipmentFixtures.LONDON;
import static io.orderflow.shipping.domain.ShipmentFixtures.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class BookingTest {
    private final Booking booking = new Booking(ORDER, LONDON);

    @Test
    void the_same_order_has_the_same_key_for_ever() {
        assertThat(booking.key()).hasToString("eb8970e8-422a-5bd7-8297-a39637bc20a4");
    }

    @Test
    void the_key_is_a_uuid_of_version_5() {
        assertThat(booking.key().version()).isEqualTo(5);
        assertThat(booking.key().variant()).isEqualTo(2);
    }

    @Test
    void another_order_has_a_key_of_its_own() {
        assertThat(new Booking(new UUID(1, 2), LONDON).key()).isNotEqualTo(booking.key());
    }
}

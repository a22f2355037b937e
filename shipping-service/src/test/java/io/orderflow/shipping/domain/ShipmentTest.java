package io.orderflow.shipping.domain;

import static io.orderflow.shipping.domain.ShipmentFixtures.NOW;
import static io.orderflow.shipping.domain.ShipmentFixtures.ORDER;
import static io.orderflow.shipping.domain.ShipmentFixtures.aBookingShipment;
import static io.orderflow.shipping.domain.ShipmentFixtures.inventoryUpdated;
import static io.orderflow.shipping.domain.ShipmentFixtures.orderCreated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.events.OrderShipped;
import io.orderflow.events.ShippingFailed;
import io.orderflow.shipping.domain.Outcome.Booked;
import io.orderflow.shipping.domain.Outcome.Refused;
import org.junit.jupiter.api.Test;

class ShipmentTest {
    private static final OrderShipped SHIPPED = new OrderShipped(ORDER, NOW, "Carrier", "T1");

    @Test
    void an_address_alone_is_not_shipped() {
        var shipment = new Shipment(ORDER);

        assertThat(shipment.hear(orderCreated(), "cause", NOW)).isEmpty();

        assertThat(shipment.state()).isEqualTo(ShipmentState.AWAITING);
    }

    @Test
    void goods_alone_are_not_shipped() {
        var shipment = new Shipment(ORDER);

        shipment.hear(inventoryUpdated(), "cause", NOW);

        assertThat(shipment.state()).isEqualTo(ShipmentState.AWAITING);
    }

    @Test
    void goods_that_came_before_their_address_are_booked_when_it_comes() {
        var shipment = new Shipment(ORDER);

        shipment.hear(inventoryUpdated(), "cause", NOW);
        shipment.hear(orderCreated(), "cause", NOW);

        assertThat(shipment.state()).isEqualTo(ShipmentState.BOOKING);
    }

    @Test
    void a_booked_order_is_shipped() {
        var shipment = aBookingShipment();

        assertThat(shipment.conclude(new Booked("Carrier", "T1"), NOW)).containsExactly(SHIPPED);
        assertThat(shipment.state()).isEqualTo(ShipmentState.SHIPPED);
    }

    @Test
    void a_refused_address_fails_the_shipment() {
        var shipment = aBookingShipment();

        assertThat(shipment.conclude(new Refused("address-refused"), NOW))
                .containsExactly(new ShippingFailed(ORDER, NOW, "address-refused"));
        assertThat(shipment.state()).isEqualTo(ShipmentState.FAILED);
    }

    @Test
    void an_order_that_asks_again_hears_the_same_answer_with_the_facts_of_then() {
        var shipped = aBookingShipment();
        shipped.conclude(new Booked("Carrier", "T1"), NOW);
        assertThat(shipped.hear(orderCreated(), "again", NOW.plusSeconds(60))).containsExactly(SHIPPED);

        var failed = aBookingShipment();
        failed.conclude(new Refused("address-refused"), NOW);
        assertThat(failed.hear(orderCreated(), "again", NOW.plusSeconds(60)))
                .containsExactly(new ShippingFailed(ORDER, NOW, "address-refused"));
    }

    @Test
    void an_order_that_asks_again_while_the_carrier_is_asked_hears_nothing() {
        var shipment = aBookingShipment();

        assertThat(shipment.hear(orderCreated(), "again", NOW)).isEmpty();
        assertThat(shipment.state()).isEqualTo(ShipmentState.BOOKING);
    }

    @Test
    void goods_that_are_announced_again_ship_nothing_more() {
        var shipment = aBookingShipment();
        shipment.conclude(new Booked("Carrier", "T1"), NOW);

        shipment.hear(inventoryUpdated(), "again", NOW);

        assertThat(shipment.state()).isEqualTo(ShipmentState.SHIPPED);
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Shipment(ORDER).conclude(new Booked("Carrier", "T1"), NOW))
                .withMessageContaining("AWAITING");
    }
}

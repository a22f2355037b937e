package io.orderflow.shipping.domain;

import static io.orderflow.shipping.domain.ShipmentFixtures.NOW;
import static io.orderflow.shipping.domain.ShipmentFixtures.ORDER;
import static io.orderflow.shipping.domain.ShipmentFixtures.aBookingShipment;
import static io.orderflow.shipping.domain.ShipmentFixtures.aShippedShipment;
import static io.orderflow.shipping.domain.ShipmentFixtures.cancellationRequested;
import static io.orderflow.shipping.domain.ShipmentFixtures.inventoryUpdated;
import static io.orderflow.shipping.domain.ShipmentFixtures.orderCreated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import io.orderflow.shipping.domain.Outcome.Booked;
import io.orderflow.shipping.domain.Outcome.Delivered;
import io.orderflow.shipping.domain.Outcome.NeverAsked;
import io.orderflow.shipping.domain.Outcome.OnItsWay;
import io.orderflow.shipping.domain.Outcome.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipmentTest {
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final OrderShipped SHIPPED = new OrderShipped(ORDER, NOW, "Carrier", "T1");
    private static final OrderDelivered DELIVERED = new OrderDelivered(ORDER, LATER, "Carrier", "T1");
    private static final ShippingCancelled CANCELLED = new ShippingCancelled(ORDER, NOW, "requested-by-customer");

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

    @Test
    void a_shipment_called_off_before_anything_else_is_cancelled_for_ever() {
        var shipment = new Shipment(ORDER);

        assertThat(shipment.hear(cancellationRequested(), "cause", NOW)).containsExactly(CANCELLED);

        assertThat(shipment.hear(orderCreated(), "later", LATER)).containsExactly(CANCELLED);
        shipment.hear(inventoryUpdated(), "later", LATER);
        assertThat(shipment.hear(cancellationRequested(), "again", LATER)).containsExactly(CANCELLED);
        assertThat(shipment.state()).isEqualTo(ShipmentState.CANCELLED);
    }

    @Test
    void a_shipment_called_off_before_its_goods_are_there_is_cancelled() {
        var shipment = new Shipment(ORDER);
        shipment.hear(orderCreated(), "cause", NOW);

        assertThat(shipment.hear(cancellationRequested(), "cause", NOW)).containsExactly(CANCELLED);
    }

    @Test
    void a_request_during_a_booking_waits_for_the_carrier_and_is_refused_by_a_booking() {
        var shipment = aBookingShipment();

        assertThat(shipment.hear(cancellationRequested(), "cause", NOW)).isEmpty();
        assertThat(shipment.isCalledOff()).isTrue();

        assertThat(shipment.conclude(new Booked("Carrier", "T1"), NOW)).containsExactly(SHIPPED);
        assertThat(shipment.hear(cancellationRequested(), "again", LATER)).containsExactly(SHIPPED);
    }

    @Test
    void a_request_during_a_booking_that_is_refused_fails_the_shipment() {
        var shipment = aBookingShipment();
        shipment.hear(cancellationRequested(), "cause", NOW);

        assertThat(shipment.conclude(new Refused("address-refused"), NOW))
                .containsExactly(new ShippingFailed(ORDER, NOW, "address-refused"));
    }

    @Test
    void a_booking_that_was_called_off_and_never_tried_is_cancelled_for_the_first_reason() {
        var shipment = aBookingShipment();
        shipment.hear(cancellationRequested(), "cause", NOW);
        shipment.hear(new OrderCancellationRequested(ORDER, LATER, "deadline-passed"), "again", LATER);

        assertThat(shipment.conclude(new NeverAsked(), NOW)).containsExactly(CANCELLED);
    }

    @Test
    void a_booking_that_nobody_called_off_is_not_left_out() {
        assertThatIllegalStateException()
                .isThrownBy(() -> aBookingShipment().conclude(new NeverAsked(), NOW))
                .withMessageContaining("called off");
    }

    @Test
    void a_request_after_shipping_is_refused_and_forgotten() {
        var shipment = aShippedShipment();

        assertThat(shipment.hear(cancellationRequested(), "cause", LATER)).containsExactly(SHIPPED);
        assertThat(shipment.isCalledOff()).isFalse();
    }

    @Test
    void a_delivery_is_said_once_and_the_first_time_stands() {
        var shipment = aShippedShipment();

        assertThat(shipment.delivered(LATER.plusNanos(1))).containsExactly(DELIVERED);
        assertThat(shipment.delivered(LATER.plusSeconds(1))).isEmpty();
        assertThat(shipment.conclude(new Delivered(LATER.plusSeconds(2)), NOW)).isEmpty();
        assertThat(shipment.conclude(new OnItsWay(), NOW)).isEmpty();

        assertThat(shipment.state()).isEqualTo(ShipmentState.DELIVERED);
        assertThat(shipment.hear(orderCreated(), "again", LATER)).containsExactly(SHIPPED, DELIVERED);
        assertThat(shipment.hear(cancellationRequested(), "again", LATER)).containsExactly(SHIPPED, DELIVERED);
    }

    @Test
    void goods_on_their_way_are_still_shipped() {
        var shipment = aShippedShipment();

        assertThat(shipment.conclude(new OnItsWay(), LATER)).isEmpty();

        assertThat(shipment.state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(shipment.underWay(LATER)).isEqualTo(Duration.between(NOW, LATER));
    }

    @Test
    void what_was_not_shipped_cannot_be_delivered() {
        var calledOff = new Shipment(ORDER);
        calledOff.hear(cancellationRequested(), "cause", NOW);

        for (var shipment : List.of(new Shipment(ORDER), aBookingShipment(), calledOff)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> shipment.delivered(NOW))
                    .withMessageContaining("not SHIPPED");
        }
    }
}

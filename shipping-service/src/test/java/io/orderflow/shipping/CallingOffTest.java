package io.orderflow.shipping;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.shipping.domain.ShipmentFixtures.LONDON;
import static io.orderflow.shipping.domain.ShipmentFixtures.cancellationRequested;
import static io.orderflow.shipping.domain.ShipmentFixtures.inventoryUpdated;
import static io.orderflow.shipping.domain.ShipmentFixtures.orderCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Address;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFact;
import io.orderflow.events.ShippingFailed;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.shipping.domain.ShipmentState;
import io.orderflow.shipping.gateways.ShipmentOnFile;
import io.orderflow.shipping.gateways.Shipments;
import io.orderflow.shipping.gateways.simulator.CarrierBooks;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShippingTest
class CallingOffTest {
    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private Shipments shipments;

    @Autowired
    private CarrierBooks books;

    @Autowired
    private JdbcClient jdbc;

    private final UUID order = Ids.next();

    @Test
    void an_order_called_off_before_it_was_heard_of_is_never_shipped() {
        var request = facts.arrive(cancellationRequested(order));
        eventually(() -> assertThat(said()).singleElement().satisfies(heard -> {
            assertThat(heard.fact())
                    .isInstanceOfSatisfying(
                            ShippingCancelled.class,
                            cancelled -> assertThat(cancelled.reason()).isEqualTo("requested-by-customer"));
            assertThat(heard.envelope().causationId()).isEqualTo(request.getFirst());
        }));

        facts.arrive(inventoryUpdated(order), orderCreated(order, LONDON));

        eventually(() -> assertThat(said()).hasSize(2));
        assertThat(said().getLast().fact()).isEqualTo(said().getFirst().fact());
        assertThat(books.entriesOf(order)).isEmpty();
    }

    @Test
    void an_order_called_off_before_its_goods_are_there_is_never_shipped() {
        facts.arrive(orderCreated(order, LONDON));
        eventually(() -> assertThat(shipments.onFile(order)).isPresent());
        var request = facts.arrive(cancellationRequested(order));
        eventually(() -> assertThat(said()).hasSize(1));

        facts.arrive(inventoryUpdated(order), cancellationRequested(order));
        request.forEach(facts::arriveAgain);

        eventually(() -> assertThat(said()).hasSize(2));
        assertThat(said()).extracting(Heard::fact).hasOnlyElementsOfType(ShippingCancelled.class);
        assertThat(onFile().state()).isEqualTo("CANCELLED");
        assertThat(books.entriesOf(order)).isEmpty();
    }

    @Test
    void a_request_while_nobody_knows_what_the_carrier_did_waits_and_is_refused_when_it_booked() {
        anUnknownBookingTo(new Address("Ada Lovelace", "12 High Street", "Errorville", "1", "GB"));
        facts.arrive(cancellationRequested(order));

        eventually(
                () -> assertThat(said()).singleElement().extracting(Heard::fact).isInstanceOf(OrderShipped.class));
        assertThat(onFile().cancellationReason()).isEqualTo("requested-by-customer");
        assertThat(books.entriesOf(order)).hasSize(1);
    }

    @Test
    void a_request_while_nobody_knows_what_the_carrier_did_ends_in_failure_when_it_refuses() {
        anUnknownBookingTo(new Address("Ada Lovelace", "1 Nowhere Lane", "Errorville", "1", "GB"));
        facts.arrive(cancellationRequested(order));

        eventually(
                () -> assertThat(said()).singleElement().extracting(Heard::fact).isInstanceOf(ShippingFailed.class));
        assertThat(onFile().cancellationReason()).isEqualTo("requested-by-customer");
    }

    @Test
    void a_request_after_shipping_hears_again_that_it_was_shipped() {
        facts.arrive(orderCreated(order, LONDON), inventoryUpdated(order));
        eventually(() -> assertThat(said()).hasSize(1));

        facts.arrive(cancellationRequested(order));

        eventually(() -> assertThat(said()).hasSize(2));
        assertThat(said().getFirst().fact()).isInstanceOf(OrderShipped.class);
        assertThat(said().getLast().fact()).isEqualTo(said().getFirst().fact());
    }

    @Test
    void a_booking_that_was_never_tried_is_not_tried_when_it_was_called_off() {
        aBookingCalledOffAfter(0);

        eventually(
                () -> assertThat(said()).singleElement().extracting(Heard::fact).isInstanceOf(ShippingCancelled.class));
        assertThat(books.entriesOf(order)).isEmpty();
        assertThat(shipments.onFile(order))
                .get()
                .returns(ShipmentState.CANCELLED.name(), ShipmentOnFile::state)
                .returns(null, ShipmentOnFile::dueAt);
    }

    @Test
    void a_booking_that_may_have_been_tried_is_tried_until_the_answer_is_known() {
        aBookingCalledOffAfter(1);

        eventually(
                () -> assertThat(said()).singleElement().extracting(Heard::fact).isInstanceOf(OrderShipped.class));
        assertThat(books.entriesOf(order)).hasSize(1);
    }

    /// An order whose carrier has answered with an error: it may have booked, or not.
    private void anUnknownBookingTo(Address address) {
        facts.arrive(orderCreated(order, address), inventoryUpdated(order));
        eventually(() -> assertThat(shipments.onFile(order))
                .hasValueSatisfying(shipment -> assertThat(shipment.lastError()).contains("error 500")));
    }

    private void aBookingCalledOffAfter(int attempts) {
        jdbc.sql("""
                insert into shipment (order_id, state, recipient, street, city, postal_code, country, address_known,
                                      goods_there, cancellation_reason, attempts, due_at)
                values (?, 'BOOKING', 'Ada Lovelace', '12 High Street', 'London', '1', 'GB', true,
                        true, 'requested-by-customer', ?, now())""").params(order, attempts).update();
    }

    private ShipmentOnFile onFile() {
        return shipments.onFile(order).orElseThrow();
    }

    private List<Heard<ShippingFact>> said() {
        return facts.said(ShippingFact.class, order);
    }
}

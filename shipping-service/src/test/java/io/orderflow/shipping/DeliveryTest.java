package io.orderflow.shipping;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.shipping.domain.ShipmentFixtures.LONDON;
import static io.orderflow.shipping.domain.ShipmentFixtures.inventoryUpdated;
import static io.orderflow.shipping.domain.ShipmentFixtures.orderCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Address;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.ShippingFact;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import io.orderflow.shipping.domain.ShipmentState;
import io.orderflow.shipping.gateways.Shipments;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/// A simulated carrier that is quick to deliver, and no secret for any other.
@ServiceTest
@TestPropertySource(properties = "orderflow.shipping.simulator.delivers-after=100ms")
class DeliveryTest {
    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private Shipments shipments;

    @Autowired
    private RestTestClient http;

    private final UUID order = Ids.next();

    @Test
    void what_is_shipped_is_delivered_a_while_later() {
        var goods = facts.arrive(orderCreated(order, LONDON), inventoryUpdated(order));

        eventually(() -> assertThat(said()).hasSize(2));
        var shipped = (OrderShipped) said().getFirst().fact();
        var delivered = (OrderDelivered) said().getLast().fact();
        assertThat(delivered.carrier()).isEqualTo(shipped.carrier());
        assertThat(delivered.trackingNumber()).isEqualTo(shipped.trackingNumber());
        assertThat(said().getLast().envelope().causationId()).isIn(goods);
        assertThat(shipments.onFile(order)).hasValueSatisfying(shipment -> {
            assertThat(shipment.state()).isEqualTo(ShipmentState.DELIVERED.name());
            assertThat(shipment.deliveredAt()).isEqualTo(delivered.occurredAt());
            assertThat(shipment.dueAt()).isNull();
        });

        facts.arrive(orderCreated(order, LONDON));

        eventually(() -> assertThat(said()).hasSize(4));
        assertThat(said()).extracting(Heard::fact).containsExactly(shipped, delivered, shipped, delivered);
    }

    @Test
    void what_got_lost_stays_shipped_and_is_looked_for_ever_more_seldom() {
        var lostville = new Address("Ada Lovelace", "12 High Street", "Lostville", "1", "GB");
        facts.arrive(orderCreated(order, lostville), inventoryUpdated(order));

        eventually(() -> assertThat(shipments.onFile(order)).hasValueSatisfying(shipment -> {
            assertThat(shipment.dueAt()).isNotNull();
            assertThat(shipment.decidedAt()).isNotNull();
            assertThat(Duration.between(shipment.decidedAt(), shipment.dueAt())).isGreaterThan(Duration.ofSeconds(2));
            assertThat(shipment.lastError()).isNull();
        }));
        assertThat(said()).singleElement().extracting(Heard::fact).isInstanceOf(OrderShipped.class);
    }

    @Test
    void without_a_secret_no_carrier_is_believed() {
        http.post()
                .uri("/carrier/deliveries")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/deliveries-not-taken")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("orderflow.shipping.webhook.secret"));
    }

    private List<Heard<ShippingFact>> said() {
        return facts.said(ShippingFact.class, order);
    }
}

package io.orderflow.shipping;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.shipping.domain.ShipmentFixtures.LONDON;
import static io.orderflow.shipping.domain.ShipmentFixtures.inventoryUpdated;
import static io.orderflow.shipping.domain.ShipmentFixtures.orderCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Address;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.ShippingFact;
import io.orderflow.events.ShippingFailed;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.shipping.gateways.simulator.CarrierBooks;
import io.orderflow.shipping.gateways.simulator.SimulatedCarrier;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

@ShippingTest
class ShippingServiceTest {
    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private CarrierBooks books;

    @Autowired
    private RestTestClient http;

    private final UUID order = Ids.next();

    @ParameterizedTest
    @ValueSource(strings = {"London", "Slowtown", "Errorville"})
    void an_order_with_address_and_goods_is_shipped_once_whatever_the_carrier_does(String city) {
        facts.arrive(orderCreated(order, addressIn(city)));
        var goods = facts.arrive(inventoryUpdated(order));

        eventually(() -> assertThat(said())
                .singleElement()
                .satisfies(heard -> assertThat(heard.fact()).isInstanceOfSatisfying(OrderShipped.class, shipped -> {
                    assertThat(shipped.carrier()).isEqualTo(SimulatedCarrier.NAME);
                    assertThat(shipped.trackingNumber()).startsWith("SIM");
                })));
        assertThat(goods).hasSize(1);
        assertThat(books.entriesOf(order)).hasSize(1);
    }

    @Test
    void goods_that_come_before_their_order_are_shipped_because_of_the_order() {
        facts.arrive(inventoryUpdated(order));
        eventually(() -> asOperator("/shipments/" + order)
                .expectBody()
                .jsonPath("$.goodsThere")
                .isEqualTo(true)
                .jsonPath("$.addressKnown")
                .isEqualTo(false));

        var created = facts.arrive(orderCreated(order, LONDON));

        eventually(() -> assertThat(said()).singleElement().satisfies(heard -> {
            assertThat(heard.fact()).isInstanceOf(OrderShipped.class);
            assertThat(heard.envelope().causationId()).isEqualTo(created.getFirst());
        }));
    }

    @Test
    void an_address_that_is_refused_fails_the_shipment() {
        var nowhere = new Address("Ada Lovelace", "1 Nowhere Lane", "London", "SW1Y 4JH", "GB");

        facts.arrive(orderCreated(order, nowhere), inventoryUpdated(order));

        eventually(() -> assertThat(said())
                .singleElement()
                .satisfies(heard -> assertThat(heard.fact())
                        .isInstanceOfSatisfying(
                                ShippingFailed.class,
                                failed -> assertThat(failed.reason()).isEqualTo("address-refused"))));
    }

    @Test
    void facts_that_come_again_ship_nothing_more_and_the_order_that_asks_again_is_answered() {
        var ids = facts.arrive(orderCreated(order, LONDON), inventoryUpdated(order));
        eventually(() -> assertThat(said()).hasSize(1));

        ids.forEach(facts::arriveAgain);
        facts.arrive(inventoryUpdated(order), orderCreated(order, LONDON));

        eventually(() -> assertThat(said()).hasSize(2));
        assertThat(said().getLast().fact()).isEqualTo(said().getFirst().fact());
        assertThat(books.entriesOf(order)).hasSize(1);
    }

    @Test
    void the_operator_sees_shipments_and_nobody_else_does() {
        facts.arrive(orderCreated(order, LONDON), inventoryUpdated(order));
        eventually(() -> assertThat(said()).hasSize(1));

        asOperator("/shipments/" + order)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("SHIPPED")
                .jsonPath("$.cancellationReason")
                .isEmpty()
                .jsonPath("$.dueAt")
                .isNotEmpty()
                .jsonPath("$.street")
                .doesNotExist();
        asOperator("/shipments/" + UUID.randomUUID())
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/shipment-not-found");
        http.get().uri("/shipments/" + order).exchange().expectStatus().isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    private List<Heard<ShippingFact>> said() {
        return facts.said(ShippingFact.class, order);
    }

    private static Address addressIn(String city) {
        return new Address("Ada Lovelace", "12 High Street", city, "1234", "GB");
    }

    private RestTestClient.ResponseSpec asOperator(String path) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBasicAuth("operator", "test"))
                .exchange();
    }
}

package io.orderflow.shipping;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.shipping.domain.ShipmentFixtures.cancellationRequested;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.shipping.domain.ShipmentState;
import io.orderflow.shipping.gateways.Shipments;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ShippingTest
class SummaryTest {
    /// Orders of the first and the third millisecond of 1970: older than any that other tests make.
    private static final UUID EARLY = UUID.fromString("00000000-0001-7000-8000-000000000001");

    private static final UUID LATE = UUID.fromString("00000000-0003-7000-8000-000000000001");

    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private Shipments shipments;

    @Autowired
    private RestTestClient http;

    @Test
    void orders_are_counted_by_state_up_to_an_instant() {
        facts.arrive(cancellationRequested(EARLY), cancellationRequested(LATE));
        eventually(() -> assertThat(shipments.onFile(LATE)).isPresent());
        eventually(() -> assertThat(shipments.onFile(EARLY)).isPresent());

        var early = asOperator("?until=1970-01-01T00:00:00.003Z")
                .expectStatus()
                .isOk()
                .expectBody();
        early.jsonPath("$.until").isEqualTo("1970-01-01T00:00:00.003Z");
        for (ShipmentState state : ShipmentState.values()) {
            early.jsonPath("$.states." + state).isEqualTo(state == ShipmentState.CANCELLED ? 1 : 0);
        }
        early.jsonPath("$.ordersBookedMoreThanOnce").isArray();
        asOperator("?until=1970-01-01T00:00:00.004Z")
                .expectBody()
                .jsonPath("$.states.CANCELLED")
                .isEqualTo(2);
        asOperator("")
                .expectBody()
                .jsonPath("$.until")
                .isEmpty()
                .jsonPath("$.states.CANCELLED")
                .value(Integer.class, all -> assertThat(all).isGreaterThanOrEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "%2B10000-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
    void an_instant_that_is_none_is_refused(String until) {
        asOperator("?until=" + until)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("until");
    }

    @Test
    void nobody_else_sees_them() {
        http.get().uri("/shipments/summary").exchange().expectStatus().isUnauthorized();
    }

    private RestTestClient.ResponseSpec asOperator(String query) {
        return http.get()
                .uri(URI.create("/shipments/summary" + query))
                .headers(headers -> headers.setBasicAuth("operator", "test"))
                .exchange();
    }
}

package io.orderflow.sample;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.InventoryFact;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.Letter;
import io.orderflow.messaging.test.ServiceTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class SampleServiceTest {
    private final UUID order = UUID.randomUUID();

    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private RestTestClient http;

    @Test
    void a_fact_arrives_and_what_follows_is_heard_with_its_cause() {
        List<UUID> ids = facts.arrive(paid(order));

        eventually(() -> assertThat(facts.said(InventoryUpdated.class, order))
                .singleElement()
                .satisfies(heard -> {
                    assertThat(heard.envelope().causationId()).isEqualTo(ids.getFirst());
                    assertThat(heard.envelope().source()).isEqualTo("inventory");
                    assertThat(heard.envelope().type()).isEqualTo("v1.inventory.updated");
                    assertThat(heard.envelope().subject()).isEqualTo(order.toString());
                }));
        assertThat(facts.said()).extracting(Heard::fact).allMatch(InventoryFact.class::isInstance);
    }

    @Test
    void the_same_message_again_changes_nothing_and_the_same_fact_anew_is_heard() {
        UUID id = facts.arrive(paid(order)).getFirst();
        eventually(() -> assertThat(facts.said(InventoryUpdated.class, order)).hasSize(1));

        facts.arriveAgain(id, id);
        facts.arrive(paid(order));

        eventually(() -> assertThat(facts.said(InventoryUpdated.class, order)).hasSize(2));
    }

    @Test
    void what_cannot_be_read_is_parked_and_can_be_looked_at() {
        UUID broken = facts.arriveRaw("v1.payment.processed", "{".getBytes(StandardCharsets.UTF_8));
        facts.arrive(paid(order));

        eventually(() -> assertThat(facts.parked()).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(broken.toString());
            assertThat(letter.text()).isEqualTo("{");
            assertThat(letter.header("because")).contains("v1.payment.processed");
        }));
        eventually(() -> assertThat(facts.said(InventoryUpdated.class, order)).hasSize(1));
    }

    @Test
    void another_source_than_the_owner_can_be_tried() {
        Letter letter = facts.letterOf(paid(order));

        facts.arriveRaw(
                letter.routingKey(),
                letter.properties().builder().messageId(null).build(),
                letter.body());

        eventually(() -> assertThat(facts.parked()).hasSize(1));
    }

    @Test
    void it_answers_on_a_port_of_its_own() {
        eventually(() ->
                http.get().uri("/actuator/health").exchange().expectStatus().isOk());
    }

    private static PaymentProcessed paid(UUID order) {
        return new PaymentProcessed(order, Instant.parse("2026-11-20T10:15:30.123Z"), eur("25.80"), "ch_1");
    }

    private static Money eur(String amount) {
        return new Money("EUR", new BigDecimal(amount));
    }
}

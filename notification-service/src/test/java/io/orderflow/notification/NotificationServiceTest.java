package io.orderflow.notification;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Fact;
import io.orderflow.events.NotificationSent;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The whole service on a real broker and a real database, without a mail server: messages are kept to be read.
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class NotificationServiceTest {
    @Autowired
    private FactsOnTheWire facts;

    @LocalServerPort
    private int port;

    private final OrderFacts order = OrderFacts.ofAda();
    private Desk desk;

    @BeforeEach
    void openTheDesk() {
        desk = new Desk(port);
    }

    @Test
    void the_customer_reads_of_each_event_in_the_order_in_which_it_happened(CapturedOutput output) {
        facts.arrive(order.created(), order.shipped(), order.paid());

        eventually(() -> assertThat(said()).hasSize(3));
        List<Map<String, Object>> messages = desk.messagesAbout(order.order());
        assertThat(messages)
                .extracting(message -> message.get("about"))
                .containsExactly("v1.order.created", "v1.payment.processed", "v1.order.shipped");
        assertThat(messages)
                .allSatisfy(message -> assertThat(message)
                        .containsEntry("to", "ada@example.org")
                        .containsEntry("state", "SENT")
                        .containsEntry("channel", "inbox")
                        .hasEntrySatisfying("sentAt", at -> assertThat(at).isNotNull())
                        .hasEntrySatisfying(
                                "body", body -> assertThat((String) body).startsWith("Hello Ada Lovelace,\n\n")));
        assertThat(messages.getFirst()).containsEntry("subject", "Thank you, we have your order");
        assertThat(output).doesNotContain("ada@example.org", "Lovelace");
    }

    @Test
    void what_is_said_names_the_message_and_its_cause_and_nobody() {
        UUID created = facts.arrive(order.created()).getFirst();

        eventually(() -> assertThat(said()).hasSize(1));
        Heard<Fact> heard = said().getFirst();
        assertThat(heard.fact()).isInstanceOfSatisfying(NotificationSent.class, sent -> {
            assertThat(sent.template()).isEqualTo("v1.order.created");
            assertThat(sent.channel()).isEqualTo("inbox");
            assertThat(sent.notificationId().toString())
                    .isEqualTo(desk.messagesAbout(order.order()).getFirst().get("notificationId"));
        });
        assertThat(heard.envelope().causationId()).isEqualTo(created);
    }

    @Test
    void what_happens_before_the_customer_is_known_waits_for_them() {
        facts.arrive(order.declined(), order.failed());
        eventually(() -> assertThat(desk.messagesAbout(order.order()))
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(message).containsEntry("state", "WAITING").containsEntry("to", null)));
        assertThat(said()).isEmpty();

        facts.arrive(order.created());
        eventually(() -> assertThat(said()).hasSize(3));
        assertThat(desk.messagesAbout(order.order()))
                .hasSize(3)
                .allSatisfy(message -> assertThat((String) message.get("body")).startsWith("Hello Ada Lovelace,"));
    }

    @Test
    void each_event_is_told_once_however_often_it_comes() {
        List<UUID> told = facts.arrive(order.created(), order.outOfStock(), order.refunded());
        eventually(() -> assertThat(said()).hasSize(3));
        told.forEach(facts::arriveAgain);
        facts.arrive(order.outOfStock(), order.refunded(), order.created(), order.failed());

        eventually(() -> assertThat(said()).hasSize(4));
        assertThat(desk.messagesAbout(order.order())).hasSize(4);
    }

    @Test
    void only_the_operator_reads_what_customers_are_written() {
        desk.http()
                .get()
                .uri("/notifications?orderId=" + order.order())
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(desk.messagesAbout(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_request_without_an_order_is_a_problem() {
        for (String query : List.of("", "?orderId=", "?orderId=42")) {
            desk.http()
                    .get()
                    .uri("/notifications" + query)
                    .headers(Desk::operator)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectHeader()
                    .contentType("application/problem+json")
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("orderId");
        }
    }

    private List<Heard<Fact>> said() {
        return facts.said().stream()
                .filter(heard -> heard.fact().subject().equals(order.order().toString()))
                .toList();
    }
}

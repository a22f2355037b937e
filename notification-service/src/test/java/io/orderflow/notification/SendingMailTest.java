package io.orderflow.notification;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Fact;
import io.orderflow.events.NotificationFailed;
import io.orderflow.events.NotificationSent;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import io.orderflow.notification.gateways.RefusingMailServer;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service with a mail server that takes some addresses, and refuses others for good or for the moment.
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class SendingMailTest {
    private static final RefusingMailServer SERVER = new RefusingMailServer();

    @Autowired
    private FactsOnTheWire facts;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SERVER::port);
        properties.add("orderflow.notification.give-up-after", () -> 3);
        properties.add("orderflow.notification.retry-after", () -> "50ms");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_message_leaves_through_the_mail_server_under_its_own_id() {
        var order = new OrderFacts(UUID.randomUUID(), "grace@example.org");
        facts.arrive(order.created());

        eventually(() -> assertThat(said(order))
                .singleElement()
                .isInstanceOfSatisfying(NotificationSent.class, sent -> {
                    assertThat(sent.channel()).isEqualTo("mail");
                    assertThat(SERVER.received("grace@example.org"))
                            .extracting(MimeMessage::getMessageID)
                            .containsExactly("<" + sent.notificationId() + "@orderflow.example>");
                }));
    }

    @Test
    void an_address_that_is_refused_for_good_is_given_up_at_once(CapturedOutput output) {
        var order = new OrderFacts(UUID.randomUUID(), "550@example.org");
        facts.arrive(order.created());

        eventually(() -> assertThat(said(order))
                .singleElement()
                .isInstanceOfSatisfying(NotificationFailed.class, failed -> {
                    assertThat(failed.template()).isEqualTo("v1.order.created");
                    assertThat(failed.reason()).isEqualTo("The mail server refuses the address for good (550).");
                }));
        assertThat(new Desk(port).messagesAbout(order.order()).getFirst())
                .containsEntry("state", "FAILED")
                .containsEntry("sentAt", null);
        assertThat(output).doesNotContain("550@example.org");
    }

    @Test
    void an_address_that_is_refused_for_the_moment_is_tried_a_few_times(CapturedOutput output) {
        var order = new OrderFacts(UUID.randomUUID(), "451@example.org");
        facts.arrive(order.created());

        eventually(() -> assertThat(said(order))
                .singleElement()
                .isInstanceOfSatisfying(
                        NotificationFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("No mail server took it in 3 tries.")));
        assertThat(output)
                .contains("refuses the address for the moment (451)")
                .doesNotContain("451@example.org", "Lovelace");
    }

    private List<Fact> said(OrderFacts about) {
        return facts.said().stream()
                .<Fact>map(heard -> heard.fact())
                .filter(fact -> fact.subject().equals(about.order().toString()))
                .toList();
    }
}

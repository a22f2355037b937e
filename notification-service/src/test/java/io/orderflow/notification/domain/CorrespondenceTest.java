package io.orderflow.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.NotificationFailed;
import io.orderflow.events.NotificationSent;
import io.orderflow.notification.OrderFacts;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrespondenceTest {
    private static final Instant NOW = OrderFacts.AT;
    private static final Recipient ADA = new Recipient("Ada Lovelace", "ada@example.org");
    private static final Letter PAID = new Letter("v1.payment.processed", "Paid", "your payment has come.\n");

    private final Correspondence letters = new Correspondence(UUID.randomUUID());
    private final UUID id = UUID.randomUUID();

    @Test
    void a_message_to_a_known_customer_is_due_at_once_and_greets_them_by_name() {
        letters.meet(ADA);
        Notification message = written();
        assertThat(message.state()).isEqualTo(State.DUE);
        assertThat(message.dueAt()).isEqualTo(NOW);
        assertThat(message.email()).isEqualTo("ada@example.org");
        assertThat(message.letter().body()).isEqualTo("Hello Ada Lovelace,\n\nyour payment has come.\n");
    }

    @Test
    void a_message_written_before_the_customer_is_known_waits_for_them() {
        Notification message = written();
        assertThat(message.state()).isEqualTo(State.WAITING);
        assertThat(message.dueAt()).isNull();
        message.addressTo(ADA, NOW);
        message.addressTo(ADA, NOW);
        assertThat(message.state()).isEqualTo(State.DUE);
        assertThat(message.letter().body()).startsWith("Hello Ada Lovelace,\n\nyour payment");
    }

    @Test
    void each_event_is_told_once() {
        var order = new OrderFacts(letters.orderId(), "ada@example.org");
        assertThat(letters.hear(order.paid()))
                .singleElement()
                .satisfies(telling -> assertThat(telling.about()).isEqualTo("v1.payment.processed"));
        assertThat(letters.hear(order.paid())).isEmpty();
        assertThat(letters.hear(order.refunded())).hasSize(1);
        assertThat(letters.hear(order.refundedAsWished())).isEmpty();
    }

    @Test
    void the_customer_is_met_once() {
        assertThat(letters.meet(ADA)).isTrue();
        assertThat(letters.meet(new Recipient("Eve", "eve@example.org"))).isFalse();
        assertThat(letters.recipient()).contains(ADA);
    }

    @Test
    void what_left_is_said_once_and_names_nobody() {
        letters.meet(ADA);
        Notification message = written();
        assertThat(message.ended(new Delivery.Sent("mail"), NOW))
                .containsExactly(new NotificationSent(letters.orderId(), NOW, id, "v1.payment.processed", "mail"));
        assertThat(message.ended(new Delivery.Sent("mail"), NOW)).isEmpty();
        assertThat(message.ended(new Delivery.GivenUp("Too late."), NOW)).isEmpty();
        assertThat(message.state()).isEqualTo(State.SENT);
        assertThat(message.dueAt()).isNull();
    }

    @Test
    void what_is_given_up_is_said_with_its_reason() {
        letters.meet(ADA);
        Notification message = written();
        assertThat(message.ended(new Delivery.GivenUp("Refused."), NOW))
                .containsExactly(
                        new NotificationFailed(letters.orderId(), NOW, id, "v1.payment.processed", "Refused."));
        assertThat(message.state()).isEqualTo(State.FAILED);
    }

    @Test
    void a_name_cannot_add_lines_to_a_message() {
        assertThat(new Recipient(" Ada\r\nBcc:  x ", "a@b").salutation()).isEqualTo("Hello Ada Bcc: x,\n\n");
    }

    @Test
    void a_recipient_is_not_told_to_a_log() {
        assertThat(ADA).hasToString("Recipient");
    }

    @Test
    void the_events_that_were_told_are_kept_and_read_back() {
        var asText = new TypesAsText();
        var told = Set.of("v1.order.created", "v1.order.shipped");
        assertThat(asText.convertToEntityAttribute(asText.convertToDatabaseColumn(told)))
                .isEqualTo(told);
        assertThat(asText.convertToEntityAttribute("")).isEmpty();
    }

    private Notification written() {
        return letters.write(id, PAID, NOW, "cause", NOW);
    }
}

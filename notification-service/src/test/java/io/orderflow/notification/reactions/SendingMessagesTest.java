package io.orderflow.notification.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import io.orderflow.messaging.Events;
import io.orderflow.notification.domain.Delivery;
import io.orderflow.notification.gateways.Mail;
import io.orderflow.notification.gateways.Mailbox;
import io.orderflow.notification.gateways.NotificationSettings;
import io.orderflow.notification.gateways.Notifications;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendingMessagesTest {
    private final SendingMessages sending = sending(_ -> {
        throw new IllegalStateException("550 <ada@example.org> is away", new ConnectException());
    });

    @Test
    void a_failure_may_be_better_next_time() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> sending.perform(mail(2)));
    }

    @Test
    void after_the_last_try_the_message_is_given_up() throws Exception {
        assertThat(sending.perform(mail(3))).isEqualTo(new Delivery.GivenUp("No mail server took it in 3 tries."));
    }

    @Test
    void what_the_mailbox_answers_is_the_result() throws Exception {
        var sent = new Delivery.Sent("mail");
        assertThat(sending(_ -> sent).perform(mail(1))).isEqualTo(sent);
    }

    @Test
    void the_waits_grow_up_to_a_quarter_of_an_hour() {
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(sending::retryAfter).map(Duration::toSeconds))
                .containsExactly(5L, 20L, 80L, 320L, 900L, 900L, 900L);
    }

    @Test
    void the_reason_that_is_kept_names_nobody() {
        assertThat(sending.reason(new IllegalStateException("550 <ada@example.org>", new ConnectException())))
                .isEqualTo("IllegalStateException by ConnectException");
    }

    private static SendingMessages sending(Mailbox mailbox) {
        return new SendingMessages(
                mailbox,
                mock(Notifications.class),
                mock(Events.class),
                new NotificationSettings("orders@orderflow.example", "Orderflow", 3, Duration.ofSeconds(5)),
                Clock.systemUTC());
    }

    private static Mail mail(int attempt) {
        return new Mail(UUID.randomUUID(), "Ada", "ada@example.org", "Subject", "Body", attempt);
    }
}

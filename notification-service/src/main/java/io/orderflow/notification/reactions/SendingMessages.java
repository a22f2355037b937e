package io.orderflow.notification.reactions;

import io.orderflow.messaging.Events;
import io.orderflow.messaging.Work;
import io.orderflow.messaging.WorkTable;
import io.orderflow.notification.domain.Delivery;
import io.orderflow.notification.gateways.Mail;
import io.orderflow.notification.gateways.Mailbox;
import io.orderflow.notification.gateways.NotTaken;
import io.orderflow.notification.gateways.NotificationSettings;
import io.orderflow.notification.gateways.Notifications;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sends the messages that are due: each until it left, or its address is refused for good, or there is no more use in
/// trying.
@Component
class SendingMessages implements Work<Mail, Delivery> {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Mailbox mailbox;
    private final Notifications notifications;
    private final Events events;
    private final NotificationSettings settings;
    private final Clock clock;

    SendingMessages(
            Mailbox mailbox, Notifications notifications, Events events, NotificationSettings settings, Clock clock) {
        this.mailbox = mailbox;
        this.notifications = notifications;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public WorkTable table() {
        return new WorkTable("notification", "id", Duration.ofMinutes(2), 16);
    }

    @Override
    public Mail read(ResultSet row) throws SQLException {
        return new Mail(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("attempts"));
    }

    @Override
    public Delivery perform(Mail mail) throws Exception {
        try {
            return mailbox.send(mail);
        } catch (Exception failure) {
            if (mail.attempt() < settings.giveUpAfter()) {
                throw failure;
            }
            return new Delivery.GivenUp("No mail server took it in %d tries.".formatted(mail.attempt()));
        }
    }

    @Override
    public void lock(List<Mail> mails) {
        notifications.lock(mails.stream().map(Mail::id).toList());
    }

    @Override
    public void conclude(Mail mail, Delivery delivery) {
        events.say(notifications.of(mail.id()).ended(delivery, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    @Override
    public Duration retryAfter(int attempt) {
        Duration wait = settings.retryAfter();
        for (int again = 1; again < attempt && wait.compareTo(LONGEST_WAIT) < 0; again++) {
            wait = wait.multipliedBy(4);
        }
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /// What is known to name nobody, or the kind of failure only: what a mail server answers often names the address.
    @Override
    public String reason(Exception failure) {
        if (failure instanceof NotTaken notTaken) {
            return String.valueOf(notTaken.getMessage());
        }
        Throwable cause = failure.getCause();
        return failure.getClass().getSimpleName()
                + (cause == null ? "" : " by " + cause.getClass().getSimpleName());
    }
}

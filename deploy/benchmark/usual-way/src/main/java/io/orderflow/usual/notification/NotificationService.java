package io.orderflow.usual.notification;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.EventTypes;
import io.orderflow.events.NotificationSent;
import io.orderflow.events.OrderCreated;
import io.orderflow.usual.Rabbit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes messages; with no mail server configured, writing is sending.
@Service
public class NotificationService {
    private final RecipientRepository recipients;
    private final NotificationRepository notifications;
    private final Rabbit.Publisher publisher;

    NotificationService(
            RecipientRepository recipients, NotificationRepository notifications, Rabbit.Publisher publisher) {
        this.recipients = recipients;
        this.notifications = notifications;
        this.publisher = publisher;
    }

    /// Notes whom to write to, and writes.
    @Transactional
    public void begin(OrderCreated event, String sentence) {
        Recipient recipient = recipients.save(new Recipient(
                event.orderId(), event.customer().name(), event.customer().email()));
        send(event, recipient, sentence);
    }

    /// Writes.
    @Transactional
    public void tell(AboutOrder event, String sentence) {
        send(event, recipients.findByOrderId(event.orderId()).orElseThrow(), sentence);
    }

    private void send(AboutOrder event, Recipient recipient, String sentence) {
        String template = EventTypes.keyOf(event.getClass());
        Notification sent = notifications.save(new Notification(event.orderId(), template, recipient, sentence));
        publisher.publish(new NotificationSent(event.orderId(), sent.sentAt(), sent.id(), template, "inbox"));
    }
}

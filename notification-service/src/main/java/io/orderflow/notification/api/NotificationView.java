package io.orderflow.notification.api;

import io.orderflow.notification.domain.Notification;
import io.orderflow.notification.domain.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to a customer, as the operator reads it.
///
/// @param notificationId which message
/// @param orderId        the order
/// @param about          the event that it tells of, by its routing key
/// @param to             where it goes; null while that is not known
/// @param subject        one line
/// @param body           plain text
/// @param state          where it is on its way
/// @param channel        how it left: `mail` or `inbox`; null if it did not
/// @param sentAt         when it left; null if it did not
/// @param reason         why it was given up; null if it was not
record NotificationView(
        UUID notificationId,
        UUID orderId,
        String about,
        @Nullable String to,
        String subject,
        String body,
        State state,
        @Nullable String channel,
        @Nullable Instant sentAt,
        @Nullable String reason) {
    static NotificationView of(Notification notification) {
        var letter = notification.letter();
        return new NotificationView(
                notification.id(),
                notification.orderId(),
                letter.about(),
                notification.email(),
                letter.subject(),
                letter.body(),
                notification.state(),
                notification.channel(),
                notification.state() == State.SENT ? notification.endedAt() : null,
                notification.reason());
    }
}

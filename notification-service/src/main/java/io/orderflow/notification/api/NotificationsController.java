package io.orderflow.notification.api;

import io.orderflow.messaging.web.Refusal;
import io.orderflow.notification.gateways.Notifications;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What customers were written, for the operator to read and the auditor to count.
@RestController
class NotificationsController {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Notifications notifications;

    NotificationsController(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping("/notifications")
    List<NotificationView> about(@RequestParam(required = false) @Nullable UUID orderId) {
        if (orderId == null) {
            throw malformed("orderId", "must be given");
        }
        return notifications.about(orderId).stream().map(NotificationView::of).toList();
    }

    @GetMapping("/notifications/summary")
    SummaryView summary(@RequestParam(required = false) @Nullable Instant until) {
        if (until != null && (until.isBefore(FIRST) || until.isAfter(LAST))) {
            throw malformed("until", "must be an instant from the year 1970 to the year 9999");
        }
        return SummaryView.of(until, notifications.tallies(until));
    }

    private static Refusal malformed(String field, String message) {
        return new Refusal(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", field + " " + message)
                .with("errors", List.of(Map.of("field", field, "message", message)));
    }
}

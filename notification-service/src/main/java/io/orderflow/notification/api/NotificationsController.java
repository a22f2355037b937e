package io.orderflow.notification.api;

import io.orderflow.messaging.web.Refusal;
import io.orderflow.notification.gateways.Notifications;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What customers were written, for the operator to read.
@RestController
class NotificationsController {
    private final Notifications notifications;

    NotificationsController(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping("/notifications")
    List<NotificationView> about(@RequestParam(required = false) @Nullable UUID orderId) {
        if (orderId == null) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", "orderId must be given")
                    .with("errors", List.of(Map.of("field", "orderId", "message", "must be given")));
        }
        return notifications.about(orderId).stream().map(NotificationView::of).toList();
    }
}

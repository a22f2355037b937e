package io.orderflow.usual.notification;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/// The messages.
public interface NotificationRepository extends JpaRepository<Notification, UUID> {}

package io.orderflow.usual.notification;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/// The recipients.
public interface RecipientRepository extends JpaRepository<Recipient, UUID> {
    Optional<Recipient> findByOrderId(UUID orderId);
}

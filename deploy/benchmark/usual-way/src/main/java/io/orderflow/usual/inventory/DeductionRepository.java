package io.orderflow.usual.inventory;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/// The deductions.
public interface DeductionRepository extends JpaRepository<Deduction, UUID> {
    Optional<Deduction> findByOrderId(UUID orderId);
}

package io.orderflow.usual.order;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/// The orders.
public interface OrderRepository extends JpaRepository<CustomerOrder, UUID> {}

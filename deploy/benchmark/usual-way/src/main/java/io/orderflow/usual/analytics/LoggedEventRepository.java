package io.orderflow.usual.analytics;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/// The event log.
public interface LoggedEventRepository extends JpaRepository<LoggedEvent, UUID> {}

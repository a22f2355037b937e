package io.orderflow.order.gateways;

import io.orderflow.messaging.outbox.Backlogs;
import io.orderflow.order.domain.Capacity;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Over which of these new orders are refused, until it is below nine tenths of it.
///
/// @param outboxBacklog facts that wait to be published
/// @param outboxAge     for how long the oldest of them that the broker has not refused has waited
/// @param openOrders    orders that were accepted and are neither shipped nor at an end
public record ShedSettings(
        @DefaultValue("20000")
        @Min(value = 1, message = "must be at least 1")
        @Max(value = Backlogs.COUNTED - 1, message = "must be below 100000, up to which the backlog is counted")
        long outboxBacklog,

        @DefaultValue("5m") @NotNull @DurationMin(millis = 1, message = "must be positive")
        Duration outboxAge,

        @DefaultValue("20000") @Min(value = 1, message = "must be at least 1")
        long openOrders) {
    Capacity capacity() {
        return new Capacity(outboxBacklog, outboxAge, openOrders);
    }
}

package io.orderflow.order.gateways;

import io.orderflow.order.domain.Patience;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long an order is waited for.
///
/// @param deadline how long after its placing the cancellation of an order is requested that is not shipped
/// @param redrive  how long after its placing an order that is open is said again, the first time, the second …
/// @param redrivesPerSecond how many orders an instance says again in a second at most
/// @param shed     over which limits new orders are refused
@Validated
@ConfigurationProperties(prefix = "orderflow.order", ignoreUnknownFields = false)
public record OrderSettings(
        @DefaultValue("15m")
        @DurationMin(millis = 1, message = "must be positive")
        @DurationMax(days = 3650, message = "must be at most 3650d")
        Duration deadline,

        @DefaultValue({"30s", "2m", "10m"}) @NotEmpty(message = "must have at least one duration") @Ascending
        List<
                        @NotNull(message = "must be positive") @DurationMin(millis = 1, message = "must be positive")
                        @DurationMax(days = 3650, message = "must be at most 3650d") Duration>
                redrive,

        @DefaultValue("10")
        @Min(value = 1, message = "must be at least 1")
        @Max(value = 10_000, message = "must be at most 10000")
        int redrivesPerSecond,

        @DefaultValue @NotNull @Valid ShedSettings shed) {
    Patience patience() {
        return new Patience(deadline, redrive);
    }
}

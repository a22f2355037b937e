package io.orderflow.analytics.gateways;

import io.orderflow.analytics.domain.Patience;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When the auditor judges, under `orderflow.analytics.audit`.
///
/// @param quiet      how long nothing is to be heard of an order before it is judged
/// @param undecided  how long an order may take until it is shipped, or ended
/// @param letter     how long it may take after an order's end until its customer is told
/// @param recheck    how often what was found is judged again
/// @param stockEvery how often the stock is judged
@Validated
@ConfigurationProperties(prefix = "orderflow.analytics.audit", ignoreUnknownFields = false)
public record AuditSettings(
        @DefaultValue("30s") @NotNull @DurationMin(millis = 1) @DurationMax(days = 1)
        Duration quiet,

        @DefaultValue("1h") @NotNull @DurationMin(millis = 1) @DurationMax(days = 365)
        Duration undecided,

        @DefaultValue("2h") @NotNull @DurationMin(millis = 1) @DurationMax(days = 365)
        Duration letter,

        @DefaultValue("5m") @NotNull @DurationMin(millis = 1) @DurationMax(days = 1)
        Duration recheck,

        @DefaultValue("1m") @NotNull @DurationMin(millis = 1) @DurationMax(days = 1)
        Duration stockEvery) {
    /// What the rules about time are judged by.
    public Patience patience() {
        return new Patience(undecided, letter);
    }
}

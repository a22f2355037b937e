package io.orderflow.shipping.gateways;

import jakarta.validation.Valid;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which carrier takes the goods, and how it is reached.
///
/// @param carrier   who it is
/// @param simulator how the simulated one behaves
/// @param webhook   how a carrier reports to us
@Validated
@ConfigurationProperties(prefix = "orderflow.shipping", ignoreUnknownFields = false)
public record ShippingSettings(
        @DefaultValue("simulator") CarrierName carrier,
        @DefaultValue @Valid Simulator simulator,
        @DefaultValue Webhook webhook) {
    /// The carriers that there are.
    public enum CarrierName {
        SIMULATOR
    }

    /// The first two are shorter than the lease of a booking, as a time-out of a carrier must be.
    ///
    /// @param latency       how long every booking takes
    /// @param slow          how much longer a booking for the slow town takes
    /// @param deliversAfter how long goods are on their way
    public record Simulator(
            @DefaultValue("0ms")
            @DurationMin(message = "must not be negative")
            @DurationMax(seconds = 10, message = "must be at most 10s")
            Duration latency,

            @DefaultValue("5s")
            @DurationMin(message = "must not be negative")
            @DurationMax(seconds = 10, message = "must be at most 10s")
            Duration slow,

            @DefaultValue("5s")
            @DurationMin(message = "must not be negative")
            @DurationMax(minutes = 10, message = "must be at most 10m")
            Duration deliversAfter) {}

    /// How a carrier reports to us.
    ///
    /// @param secret what it signs with; null or blank when no carrier does
    public record Webhook(@Nullable String secret) {
        @Override
        public String toString() {
            return "Webhook[secret=…]";
        }
    }
}

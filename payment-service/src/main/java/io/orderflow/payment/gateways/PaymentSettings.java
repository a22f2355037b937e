package io.orderflow.payment.gateways;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which provider moves the money, and how it is reached.
///
/// @param provider       who it is
/// @param refundAttempts how often a refund with an unknown outcome is tried before a person has to look at it
/// @param simulator      how the simulated one behaves
@Validated
@ConfigurationProperties(prefix = "orderflow.payment", ignoreUnknownFields = false)
public record PaymentSettings(
        @DefaultValue("simulator") Provider provider,

        @DefaultValue("10")
        @Min(value = 1, message = "must be at least 1")
        @Max(value = 1000, message = "must be at most 1000")
        int refundAttempts,

        @DefaultValue @Valid Simulator simulator) {
    /// The providers that there are.
    public enum Provider {
        SIMULATOR
    }

    /// Both are shorter than the lease of an operation, as a time-out of a provider must be.
    ///
    /// @param latency how long every call takes
    /// @param slow    how much longer a call with the slow card takes
    public record Simulator(
            @DefaultValue("0ms")
            @DurationMin(message = "must not be negative")
            @DurationMax(seconds = 10, message = "must be at most 10s")
            Duration latency,

            @DefaultValue("5s")
            @DurationMin(message = "must not be negative")
            @DurationMax(seconds = 10, message = "must be at most 10s")
            Duration slow) {}
}

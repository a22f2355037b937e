package io.orderflow.messaging.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How much the service takes on, and how it leaves, under `orderflow`.
///
/// @param leave          for how long requests are still taken after the service said that it is not ready any more
/// @param requestsAtOnce how many requests are in hand at once; the next is told to come again
@Validated
@ConfigurationProperties(prefix = "orderflow")
record TrafficProperties(
        @DefaultValue("3s")
        @NotNull
        @DurationMin(seconds = 0, message = "must not be negative")
        @DurationMax(seconds = 60, message = "must be at most 60s")
        Duration leave,

        @DefaultValue("256") @Min(1) int requestsAtOnce) {}

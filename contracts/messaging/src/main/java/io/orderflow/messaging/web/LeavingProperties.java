package io.orderflow.messaging.web;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the service leaves, under `orderflow`.
///
/// @param leave for how long requests are still taken after the service said that it is not ready any more
@Validated
@ConfigurationProperties(prefix = "orderflow")
record LeavingProperties(
        @DefaultValue("3s")
        @NotNull
        @DurationMin(seconds = 0, message = "must not be negative")
        @DurationMax(seconds = 60, message = "must be at most 60s")
        Duration leave) {}

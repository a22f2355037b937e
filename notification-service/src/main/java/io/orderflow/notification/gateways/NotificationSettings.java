package io.orderflow.notification.gateways;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// How messages are sent.
///
/// @param from        the address that they come from
/// @param fromName    the name that they come from
/// @param giveUpAfter how often a message is tried at most
/// @param retryAfter  how long to wait after the first try; four times as long after each further one, up to 15 minutes
@Validated
@ConfigurationProperties("orderflow.notification")
public record NotificationSettings(
        @NotBlank @Email String from,
        @NotBlank String fromName,
        @Min(1) @Max(1000) int giveUpAfter,

        @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 15)
        Duration retryAfter) {}

package io.orderflow.messaging.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The operator's log-in, under `orderflow.operator`.
///
/// @param name     the user's name
/// @param password the user's password; has no default
@Validated
@ConfigurationProperties(prefix = "orderflow.operator", ignoreUnknownFields = false)
record OperatorProperties(
        @DefaultValue("operator") @NotNull String name,
        @NotNull(message = "must be set") @Size(min = 4) String password) {
    @Override
    public String toString() {
        return "the log-in of " + name;
    }
}

package io.orderflow.analytics.gateways;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the owners of figures answer, under `orderflow.analytics.owners`. Each is the base of its addresses, such as
/// `http://localhost:8080`.
///
/// @param order        the order service
/// @param payment      the payment service, and the simulated provider's ledger
/// @param inventory    the inventory service
/// @param shipping     the shipping service
/// @param notification the notification service
/// @param timeout      how long one of them may take to answer
/// @param tries        how often figures that differ are compared at most
/// @param pause        how long to wait before they are compared again
@Validated
@ConfigurationProperties(prefix = "orderflow.analytics.owners", ignoreUnknownFields = false)
public record OwnersSettings(
        @DefaultValue("http://localhost:8080") @NotNull @Pattern(regexp = OwnersSettings.BASE)
        String order,

        @DefaultValue("http://localhost:8081") @NotNull @Pattern(regexp = OwnersSettings.BASE)
        String payment,

        @DefaultValue("http://localhost:8082") @NotNull @Pattern(regexp = OwnersSettings.BASE)
        String inventory,

        @DefaultValue("http://localhost:8083") @NotNull @Pattern(regexp = OwnersSettings.BASE)
        String shipping,

        @DefaultValue("http://localhost:8084") @NotNull @Pattern(regexp = OwnersSettings.BASE)
        String notification,

        @DefaultValue("10s") @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 1)
        Duration timeout,

        @DefaultValue("3") @Min(1) @Max(10) int tries,

        @DefaultValue("2s") @NotNull @DurationMin(millis = 0) @DurationMax(seconds = 10)
        Duration pause) {
    static final String BASE = "https?://[^/\\s]+(/\\S*[^/\\s])?";
}

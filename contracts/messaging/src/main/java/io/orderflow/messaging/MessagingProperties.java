package io.orderflow.messaging;

import io.orderflow.messaging.start.WrongConfiguration;
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

/// What can be set about the starter, under `orderflow.messaging`.
///
/// @param ladder          how long a message that failed waits before each further try; after the last it is parked.
///                        The queues are named after these times, so a change makes new queues; empty the old ones
///                        first
/// @param confirmPatience how long the relay waits for the broker's confirms before it publishes again
/// @param idlePoll        how often relay and work look for something to do when nothing wakes them
/// @param batch           how many messages are reacted to in one transaction at most
/// @param gather          how long the first message of a batch waits for others; nothing, unless nobody waits for what
///                        the service does
/// @param keepOutbox      how many days the outbox is kept: the log from which history is replayed
/// @param keepInbox       how many days the ids of heard events are kept: at least as long as any service keeps its
///                        outbox, because all of that may come again; natural keys stand behind them for ever
@Validated
@ConfigurationProperties(prefix = "orderflow.messaging", ignoreUnknownFields = false)
public record MessagingProperties(
        @DefaultValue({"5s", "60s", "600s"}) @NotEmpty List<@DurationMin(millis = 1) Duration> ladder,

        @DefaultValue("5s") @NotNull @DurationMin(millis = 100)
        Duration confirmPatience,

        @DefaultValue("5s") @NotNull @DurationMin(millis = 10)
        Duration idlePoll,

        @DefaultValue("100") @Min(1) @Max(10_000) int batch,

        @DefaultValue("0s") @NotNull @DurationMin(millis = 0) @DurationMax(seconds = 5)
        Duration gather,

        @DefaultValue("7d") @NotNull @DurationMin(days = 1) Duration keepOutbox,
        @DefaultValue("14d") @NotNull @DurationMin(days = 1) Duration keepInbox) {
    /// Refuses an inbox that forgets what an outbox may say again.
    ///
    /// @throws WrongConfiguration naming the property
    public MessagingProperties {
        boolean given = keepInbox != null && keepOutbox != null; // if not, the validation says so
        if (given && keepInbox.toDays() < keepOutbox.toDays()) {
            throw new WrongConfiguration("orderflow.messaging.keep-inbox is " + keepInbox.toDays()
                    + "d and must not be shorter than orderflow.messaging.keep-outbox, which is " + keepOutbox.toDays()
                    + "d: what an outbox says again would be heard as something else");
        }
    }
}

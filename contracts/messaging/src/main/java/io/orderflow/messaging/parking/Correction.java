package io.orderflow.messaging.parking;

import io.orderflow.events.Fact;
import io.orderflow.messaging.inbox.Subscriptions;
import io.orderflow.messaging.web.Refusal;
import io.orderflow.messaging.wire.FactJson;
import io.orderflow.messaging.wire.Undecodable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What an operator writes in the place of a body. It must be exactly an event to which the service reacts,
/// and about the same order or product as before, where that could be read.
final class Correction {
    private final FactJson json;
    private final Supplier<Subscriptions> subscriptions;
    private final Again again;

    Correction(FactJson json, Supplier<Subscriptions> subscriptions, Again again) {
        this.json = json;
        this.subscriptions = subscriptions;
        this.again = again;
    }

    /// The message to give to the service.
    ///
    /// @param text  the new body
    /// @param given the event's type; null: that of the message
    /// @throws Refusal 422 `not-an-event`, naming what is wrong
    Verdict.Replay of(Parked message, String text, @Nullable String given) {
        String type = given == null ? message.type() : given;
        if (type == null) {
            throw wrong("The message has no type: say in `type` which event it is.");
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Fact fact = read(type, body);
        if (!subscriptions.get().keys().contains(type)) {
            throw wrong("This service does not react to " + type + ".");
        }
        subject(message).filter(before -> !before.equals(fact.subject())).ifPresent(before -> {
            throw wrong("It is about " + before + " and must stay so; what was sent is about " + fact.subject() + ".");
        });
        return again.corrected(message, type, fact, body);
    }

    private Fact read(String type, byte[] body) {
        try {
            return json.readStrictly(type, body);
        } catch (Undecodable wrong) {
            throw wrong("The body is no event: " + wrong.getMessage() + ".");
        }
    }

    private Optional<String> subject(Parked message) {
        String type = message.type();
        try {
            return type == null
                    ? Optional.empty()
                    : Optional.of(json.read(type, message.body()).subject());
        } catch (Undecodable unreadable) {
            return Optional.empty();
        }
    }

    private static Refusal wrong(String detail) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "not-an-event", "Not such an event", detail);
    }
}

package io.orderflow.messaging.parking;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.messaging.operations.OperatorActions;
import io.orderflow.messaging.web.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/// What can be done with one parked message. The record is kept before it is done, and with all that it
/// takes to undo it.
final class OneMessage {
    private static final Logger LOG = LoggerFactory.getLogger(OneMessage.class);

    private final Parking parking;
    private final OperatorActions actions;
    private final Again again;
    private final Correction correction;

    OneMessage(Parking parking, OperatorActions actions, Again again, Correction correction) {
        this.parking = parking;
        this.actions = actions;
        this.again = again;
        this.correction = correction;
    }

    /// What was done.
    ///
    /// @param record    the id of the operator's record
    /// @param action    what
    /// @param key       to which message
    /// @param messageId under which id the service is given it; null where it has none, or is discarded
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(
            long record,
            String action,
            String key,
            @Nullable String messageId) {}

    /// All that there is to see of it.
    ///
    /// @throws Refusal 404 if it is not parked
    MessageView show(String key) {
        return MessageView.of(find(key, _ -> Verdict.KEEP));
    }

    /// Gives it to the service once more.
    ///
    /// @throws Refusal 404 if it is not parked
    Done replay(String key, @Nullable String why) {
        return act(key, "replay", why, again::asItIs, Map.of());
    }

    /// Gives it to the service with another body.
    ///
    /// @param type the event's type; null: that of the message
    /// @throws Refusal 404 if it is not parked; 422 if the body is no such event, and then nothing has
    ///                 changed
    Done edit(String key, @Nullable String why, String body, @Nullable String type) {
        return act(
                key,
                "edit",
                why,
                message -> correction.of(message, body, type),
                type == null ? Map.of("body", body) : Map.of("body", body, "type", type));
    }

    /// Removes it; the record keeps all of it.
    ///
    /// @throws Refusal 404 if it is not parked
    Done discard(String key, @Nullable String why) {
        return act(key, "discard", why, _ -> Verdict.DISCARD, Map.of());
    }

    private Done act(
            String key,
            String action,
            @Nullable String why,
            Function<Parked, Verdict> what,
            Map<String, String> instead) {
        var done = new Done[1];
        Parked message = find(key, found -> {
            Verdict verdict = what.apply(found);
            String id = verdict instanceof Verdict.Replay replay
                    ? replay.properties().getMessageId()
                    : null;
            Map<String, Object> details = new LinkedHashMap<>(instead);
            details.put("message", MessageView.of(found));
            long record = actions.keep("parked." + action, parking.queue() + " " + key, why, details);
            done[0] = new Done(record, action, key, id);
            return verdict;
        });
        LOG.info("{}: {} by {} (record {})", message.name(), action, OperatorActions.operator(), done[0].record());
        return done[0];
    }

    private Parked find(String key, Function<Parked, Verdict> what) {
        var finder = new Finder(key, what);
        Visit.Seen seen = parking.visit(finder);
        if (finder.found == null) {
            throw new Refusal(
                    HttpStatus.NOT_FOUND,
                    "not-parked",
                    "Not parked",
                    "No parked message has the key " + key
                            + (seen.truncated() ? " among the " + seen.seen() + " that could be looked at." : "."));
        }
        return finder.found;
    }

    private static final class Finder implements Visitor {
        private final String key;
        private final Function<Parked, Verdict> what;
        private @Nullable Parked found;

        Finder(String key, Function<Parked, Verdict> what) {
            this.key = key;
            this.what = what;
        }

        @Override
        public Verdict decide(Parked message) {
            if (found != null) {
                return Verdict.STOP;
            }
            if (!message.key().equals(key)) {
                return Verdict.KEEP;
            }
            found = message;
            return what.apply(message);
        }
    }
}

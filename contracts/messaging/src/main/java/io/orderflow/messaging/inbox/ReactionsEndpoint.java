package io.orderflow.messaging.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.messaging.operations.Members;
import io.orderflow.messaging.operations.OperatorActions;
import io.orderflow.messaging.web.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// `/actuator/reactions`: whether the service reacts to what happens elsewhere, and the pausing and resuming of it.
@Endpoint(id = "reactions")
class ReactionsEndpoint {
    private final String queue;
    private final Set<String> keys;
    private final Pause pause;
    private final OperatorActions actions;
    private final TransactionTemplate transactions;
    private final Runnable changed;

    /// @param queue   where messages wait meanwhile
    /// @param keys    what is reacted to
    /// @param changed is run after each change, on the instance that was asked
    ReactionsEndpoint(
            String queue,
            Set<String> keys,
            Pause pause,
            OperatorActions actions,
            TransactionTemplate transactions,
            Runnable changed) {
        this.queue = queue;
        this.keys = keys;
        this.pause = pause;
        this.actions = actions;
        this.transactions = transactions;
        this.changed = changed;
    }

    /// How it stands.
    ///
    /// @param reactsTo the routing keys of what the service reacts to
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            boolean paused,
            @Nullable Instant since,
            @Nullable String by,
            @Nullable String why,
            Set<String> reactsTo) {}

    @ReadOperation
    View reactions() {
        return pause.look()
                .map(on -> new View(true, on.since(), on.by(), on.why(), keys))
                .orElseGet(() -> new View(false, null, null, null, keys));
    }

    /// @param action `pause` or `resume`
    @WriteOperation
    View change(@Nullable String action, @Nullable String why) {
        Members.only("action", "why");
        switch (action) {
            case "pause" -> record(action, why, "paused");
            case "resume" -> record(action, why, "not paused");
            case null, default ->
                throw new Refusal(
                        HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", "action must be pause or resume");
        }
        changed.run();
        return reactions();
    }

    private void record(String action, @Nullable String why, String already) {
        transactions.executeWithoutResult(_ -> {
            actions.keep("reactions." + action, queue, why, Map.of());
            boolean done = action.equals("pause")
                    ? pause.begin(
                            OperatorActions.operator(), String.valueOf(why).strip())
                    : pause.end();
            if (!done) {
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "already-so",
                        "Already so",
                        "The reactions are " + already + "; nothing was changed.");
            }
        });
    }
}

package io.orderflow.messaging.parking;

import io.orderflow.messaging.operations.OperatorActions;
import io.orderflow.messaging.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/// Replays and discards of many messages: one at a time in each instance, in the background, until it is
/// done or the service stops.
final class Runs implements SmartLifecycle {
    private static final int KEYS_KEPT = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Parking parking;
    private final OperatorActions actions;
    private final Again again;
    private volatile @Nullable Run current;
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    Runs(Parking parking, OperatorActions actions, Again again) {
        this.parking = parking;
        this.actions = actions;
        this.again = again;
    }

    /// The present or last one; null if there was none.
    @Nullable
    Progress progress() {
        Run known = current;
        return known == null ? null : known.progress();
    }

    /// Finds what is asked for, keeps the record, and begins. Only what is parked by now: the ladder's
    /// clock says when.
    ///
    /// @param action `replay` or `discard`
    /// @param group  of this group only; null: all
    /// @param rate   how many a second at most
    /// @throws Refusal 404 if there is nothing of that kind; 409 if another one goes on
    synchronized Progress begin(String action, @Nullable String group, int rate, @Nullable String why) {
        if (!running) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE, "stopping", "The service stops", "The service is about to end.");
        }
        Run other = current;
        if (other != null && other.isRunning()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "already-running",
                    "Already running",
                    "A " + other.progress().action() + " of many goes on here: wait for its end.");
        }
        var which = new Selection(group, Instant.now());
        var keys = new ArrayList<String>();
        Visit.Seen seen = parking.visit(message -> {
            if (which.includes(message)) {
                keys.add(message.key());
            }
            return Verdict.KEEP;
        });
        if (keys.isEmpty()) {
            throw group == null
                    ? new Refusal(HttpStatus.NOT_FOUND, "nothing-parked", "Nothing parked", "Nothing is parked here.")
                    : ParkedEndpoint.noGroup(group);
        }
        long found = group == null ? keys.size() + Math.max(0, seen.count() - seen.seen()) : keys.size();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("found", found);
        details.put("rate", rate);
        details.put("keys", keys.size() > KEYS_KEPT ? List.copyOf(keys.subList(0, KEYS_KEPT)) : keys);
        String subject = parking.queue() + (group == null ? ", all" : ", group " + group);
        long record = actions.keep("parked." + action, subject, why, details);
        var order = new Run.Order(record, action, which, found, rate, OperatorActions.operator());
        var run = new Run(parking, order, message -> {
            if (action.equals("replay")) {
                return again.asItIs(message);
            }
            actions.keep(
                    "parked.discard",
                    parking.queue() + " " + message.key(),
                    why,
                    Map.of("run", record, "message", MessageView.of(message)));
            return Verdict.DISCARD;
        });
        current = run;
        // With the operator's log-in, under which what is discarded is kept.
        thread = Thread.ofVirtual().name("parking").start(new DelegatingSecurityContextRunnable(run));
        return run.progress();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        Run known = current;
        if (known != null) {
            known.stop();
        }
        Thread last = thread;
        if (last == null) {
            return;
        }
        try {
            last.join(PATIENCE);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package io.orderflow.messaging.inbox;

import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.loop.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Looks, for one reader, whether the reactions are paused. A database that is away is waited for: neither paused nor
/// resumed is to be guessed.
final class PauseWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PauseWatch.class);
    private static final Backoff WAITING = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

    private final Pause pause;
    private final BooleanSupplier over;
    private volatile boolean asked;

    /// @param over true once the reader's time is over; then waiting for a database ends
    PauseWatch(Pause pause, BooleanSupplier over) {
        this.pause = pause;
        this.over = over;
    }

    /// Lets the reader look although nothing has come.
    void ask() {
        asked = true;
    }

    /// True if they are paused at this moment; of no meaning once the reader's time is over.
    boolean isOn() throws InterruptedException {
        return known(pause::look).isPresent();
    }

    /// True if they were paused a second ago at most. An idle reader does not look: only when something has come, or
    /// when it was asked to. Of no meaning once the reader's time is over.
    boolean isOn(boolean somethingCame) throws InterruptedException {
        if (asked) {
            asked = false;
            return isOn();
        }
        return somethingCame && known(pause::recent).isPresent();
    }

    private Optional<Pause.State> known(Supplier<Optional<Pause.State>> look) throws InterruptedException {
        for (int failures = 1; !over.getAsBoolean(); failures++) {
            try {
                return look.get();
            } catch (DataAccessException away) {
                if (failures == 1) {
                    LOG.warn("whether the reactions are paused is not known: {}; waiting", Broker.reason(away));
                }
                Thread.sleep(WAITING.after(failures));
            }
        }
        return Optional.empty();
    }
}

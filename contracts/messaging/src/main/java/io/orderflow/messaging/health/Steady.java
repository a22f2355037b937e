package io.orderflow.messaging.health;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Whether something is there, told steadily: it is down only once it has been away for a while without interruption,
/// and up again only once it has answered several times in a row. It begins up.
final class Steady {
    private final Duration patience;
    private final int answersWanted;
    private boolean up = true;
    private @Nullable Long awaySince;
    private int answers;

    /// @param patience for how long it may be away before it is down
    /// @param answers  how many answers in a row make it up again
    Steady(Duration patience, int answers) {
        this.patience = patience;
        this.answersWanted = answers;
    }

    /// What is known.
    ///
    /// @param up   what is to be told
    /// @param away for how long it has been seen to be away; zero if the last look found it there
    record State(boolean up, Duration away) {}

    /// It was looked for.
    ///
    /// @param answered whether it answered
    /// @param nanos    the time, of a clock that only goes on
    synchronized State note(boolean answered, long nanos) {
        if (answered) {
            awaySince = null;
            answers = Math.min(answers + 1, answersWanted);
            up = up || answers == answersWanted;
        } else {
            answers = 0;
            if (awaySince == null) {
                awaySince = nanos;
            }
            up = up && nanos - awaySince < patience.toNanos();
        }
        return state(nanos);
    }

    /// What is known without another look.
    synchronized State state(long nanos) {
        return new State(up, awaySince == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, nanos - awaySince)));
    }
}

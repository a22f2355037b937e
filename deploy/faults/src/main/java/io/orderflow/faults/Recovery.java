package io.orderflow.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How long the system took to come back, from the moment at which nothing was broken any more.
///
/// @param firstSaga until an order placed after that moment was shipped; empty if none was
/// @param caughtUp  until all orders placed before that moment had ended; empty if not
/// @param patience  how long was waited for both
record Recovery(Optional<Duration> firstSaga, Optional<Duration> caughtUp, Duration patience) {
    static final Recovery NONE = new Recovery(Optional.of(Duration.ZERO), Optional.of(Duration.ZERO), Duration.ZERO);

    List<String> failures() {
        var failures = new ArrayList<String>();
        if (firstSaga.isEmpty()) {
            failures.add("no order placed after it was shipped within " + patience.toSeconds() + " s");
        }
        if (caughtUp.isEmpty()) {
            failures.add("orders placed before it was over had not ended after " + patience.toSeconds() + " s");
        }
        return failures;
    }

    String told() {
        return "first saga %s, caught up %s".formatted(told(firstSaga), told(caughtUp));
    }

    private static String told(Optional<Duration> time) {
        return time.map(known -> "%.1f s".formatted(known.toMillis() / 1000.0)).orElse("never");
    }
}

package io.orderflow.bench;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Where orders are placed. A request that is not answered with 202 is sent again with the same key: at once
/// after a connection broke, a little later where the shop is busy.
final class Shop {
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int ACCEPTED = 202;
    private static final int BUSY = 503;
    private static final int MOST_ERRORS = 1000;

    private final URI url;
    private final Sagas sagas;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final Set<String> tried = new HashSet<>();

    Shop(URI url, Sagas sagas) {
        this.url = url;
        this.sagas = sagas;
    }

    Sagas sagas() {
        return sagas;
    }

    Connection connect() {
        return new Connection(url);
    }

    /// Places one order and notes it.
    ///
    /// @param intended when the request was to be sent; what it takes is counted from there
    void place(Connection connection, Measure measure, long intended) {
        long number = numbers.incrementAndGet();
        byte[] body = Wishes.body(number);
        String key = "bench-" + number;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Connection.Answer answer = connection.post(key, body);
                if (answer.status() == ACCEPTED) {
                    measure.posted(sagas.now() - intended);
                    sagas.placed(id(answer), measure, intended);
                    return;
                }
                note(answer.status() == BUSY ? busy : errors, "HTTP " + answer.status());
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (IOException broken) {
                note(errors, String.valueOf(broken.getMessage()));
            }
        }
    }

    /// Orders each product once; what comes of it counts as of any order.
    ///
    /// @return false if one of them cannot be ordered yet
    boolean tries(Connection connection) {
        try {
            for (int product = 0; product < Wishes.SKUS.size(); product++) {
                long now = sagas.now();
                var measure = new Measure();
                Connection.Answer answer = connection.post("bench-first-" + product, Wishes.body(product));
                if (answer.status() != ACCEPTED) {
                    return false;
                }
                if (tried.add(answer.location())) {
                    sagas.placed(id(answer), measure, now);
                }
            }
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    Tally tally() {
        return sagas.tally().with(busy.get(), errors.get());
    }

    private static String id(Connection.Answer answer) {
        return answer.location().substring(answer.location().lastIndexOf('/') + 1);
    }

    private void note(AtomicInteger counter, String what) {
        if (counter.incrementAndGet() > MOST_ERRORS && counter == errors) {
            throw new Refused("More than " + MOST_ERRORS + " requests failed, the last with " + what + ".");
        }
    }
}

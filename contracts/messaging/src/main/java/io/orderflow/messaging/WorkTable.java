package io.orderflow.messaging;

import java.time.Duration;

/// Where rows of [Work] are, and how they are worked on.
///
/// @param name   the table, lower case
/// @param key    its primary key, a column of type `uuid`
/// @param lease  for how long a claimed row is left to whoever claimed it; longer than the work's own time-outs
/// @param atOnce how many items this instance does at once
public record WorkTable(String name, String key, Duration lease, int atOnce) {
    /// Checks the names, which become part of statements.
    ///
    /// @throws IllegalArgumentException for a name that is not a plain lower-case identifier, or numbers below 1
    public WorkTable {
        if (!name.matches("[a-z][a-z_]*") || !key.matches("[a-z][a-z_]*")) {
            throw new IllegalArgumentException("not a plain identifier: " + name + "." + key);
        }
        if (lease.isNegative() || lease.isZero() || atOnce < 1) {
            throw new IllegalArgumentException("a lease and a number at once are positive");
        }
    }

    /// A table with a lease of a minute and 64 items at once.
    public static WorkTable of(String name, String key) {
        return new WorkTable(name, key, Duration.ofSeconds(60), 64);
    }
}

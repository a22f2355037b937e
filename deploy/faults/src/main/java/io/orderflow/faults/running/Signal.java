package io.orderflow.faults.running;

/// A signal to a process.
public enum Signal {
    /// Ends it at once.
    KILL,
    /// Asks it to end.
    TERM,
    /// Asks it to end; PostgreSQL: a fast shutdown.
    INT,
    /// PostgreSQL: an immediate shutdown, as a crash would be.
    QUIT,
    /// Freezes it.
    STOP,
    /// Lets it go on.
    CONT
}

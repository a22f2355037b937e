package io.orderflow.messaging.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row that this instance has claimed.
///
/// @param item    what is to be done
/// @param key     the row's key
/// @param lease   the lease under which it is claimed; a row with another lease is somebody else's by now
/// @param attempt which try this is, 1 at first
/// @param cause   what it is done for
record Claim<T>(
        T item, UUID key, UUID lease, int attempt, @Nullable String cause) {}

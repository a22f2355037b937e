package io.orderflow.messaging.parking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the replay or discarding of many has got.
///
/// @param record  the id of the operator's record
/// @param action  `replay` or `discard`
/// @param group   of which group; null: of all
/// @param found   how many there were when it was asked for
/// @param done    how many have left parking
/// @param since   when it was asked for
/// @param by      the operator
/// @param ended   when it ended; null while it goes on
/// @param trouble why it ended before all was done; null if nothing was in the way
@JsonInclude(JsonInclude.Include.NON_NULL)
record Progress(
        long record,
        String action,
        @Nullable String group,
        long found,
        int done,
        Instant since,
        String by,
        @Nullable Instant ended,
        @Nullable String trouble) {}

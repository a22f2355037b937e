package io.orderflow.messaging.outbox;

import java.util.ArrayList;
import java.util.List;

/// Rows that are published together.
///
/// @param rows in the order in which they were said
/// @param more whether others may come after them
record Batch(List<OutboxRow> rows, boolean more) {
    /// How many rows at most.
    static final int ROWS = 200;

    private static final int CHARACTERS = 256 * 1024;

    /// As many of these as fit, and one at least.
    ///
    /// @param read at most [#ROWS]
    static Batch of(List<OutboxRow> read) {
        var rows = new ArrayList<OutboxRow>(read.size());
        int characters = 0;
        for (OutboxRow row : read) {
            characters += row.payload().length();
            if (characters > CHARACTERS && !rows.isEmpty()) {
                break;
            }
            rows.add(row);
        }
        return new Batch(rows, read.size() == ROWS || rows.size() < read.size());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}

package io.orderflow.messaging.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which of the facts in the outbox are meant; what is null does not narrow it.
///
/// @param types   the routing keys of their types
/// @param subject the order or product that they are about
/// @param from    said at or after
/// @param to      said before
record Selection(
        @Nullable List<String> types,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to) {
    static final Selection ALL = new Selection(null, null, null, null);

    /// The condition on a row of the outbox, with a place for each of [#arguments]. The times stand alone on their
    /// side, so that days that cannot have any are not looked at.
    static final String CONDITION = """
            (routing_key = any(coalesce(?::text[], array[routing_key])) and subject = coalesce(?::text, subject)
            and created_at >= coalesce(?::timestamptz, '-infinity')
            and created_at < coalesce(?::timestamptz, 'infinity'))
            """;

    /// What the places in the condition are filled with, between other arguments.
    @Nullable
    Object[] arguments(List<?> before, List<?> after) {
        var all = new ArrayList<@Nullable Object>(before);
        all.add(types == null ? null : types.toArray(String[]::new));
        all.add(subject);
        all.add(timestamp(from));
        all.add(timestamp(to));
        all.addAll(after);
        return all.toArray();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}

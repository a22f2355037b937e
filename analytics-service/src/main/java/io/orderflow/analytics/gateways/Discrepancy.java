package io.orderflow.analytics.gateways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that must hold and did not.
///
/// @param id         which discrepancy; newer ones have greater ids
/// @param rule       what must hold, by its name
/// @param about      an order's id, a SKU, or a service and its figure
/// @param detail     what was found, in one sentence
/// @param foundAt    when it was found first
/// @param resolvedAt when it was found to hold again; null while it is open
public record Discrepancy(
        UUID id,
        String rule,
        String about,
        String detail,
        Instant foundAt,
        @Nullable Instant resolvedAt) {
    static Discrepancy read(ResultSet row, int number) throws SQLException {
        return new Discrepancy(
                row.getObject("id", UUID.class),
                row.getString("rule"),
                row.getString("about"),
                row.getString("detail"),
                row.getTimestamp("found_at").toInstant(),
                Rows.instant(row, "resolved_at"));
    }
}

package io.orderflow.payment.gateways.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/// One request that reached the provider.
///
/// @param key        the idempotency key that it carried
/// @param kind       `charge` or `refund`
/// @param answer     what the caller was told
/// @param receivedAt when it was taken
public record LedgerRequest(UUID key, String kind, String answer, Instant receivedAt) {
    static LedgerRequest read(ResultSet row, int number) throws SQLException {
        return new LedgerRequest(
                row.getObject("idempotency_key", UUID.class),
                row.getString("kind"),
                row.getString("answer"),
                row.getTimestamp("received_at").toInstant());
    }
}

package io.orderflow.payment.gateways;

import io.orderflow.messaging.meters.Samples;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is open between us and the provider, as whoever scrapes sees it.
@Component
class PaymentGauges {
    /// Both parts read a partial index that holds only what is open.
    private static final String OPEN = """
            select count(*), count(*) filter (where attempts > 1 or last_error is not null),
                   (select count(*) from payment where state = 'REFUND_FAILED')
            from payment where due_at is not null
            """;

    private final JdbcClient jdbc;

    PaymentGauges(Samples samples, JdbcClient jdbc) {
        this.jdbc = jdbc;
        samples.of("payments", this::open)
                .gauge("orderflow.payments.open", "Charges and refunds that are not decided", Open::operations)
                .gauge("orderflow.payments.unknown", "Those that were asked for and not answered", Open::unknown)
                .gauge("orderflow.refunds.failed", "Refunds that wait for a person", Open::failedRefunds);
    }

    /// What is open.
    ///
    /// @param operations    charges and refunds that are to be made, or are being made
    /// @param unknown       those of them that were asked for, without an answer
    /// @param failedRefunds refunds that the provider does not make
    record Open(long operations, long unknown, long failedRefunds) {
        private static Open read(ResultSet row, int number) throws SQLException {
            return new Open(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    Open open() {
        return jdbc.sql(OPEN).query(Open::read).single();
    }
}

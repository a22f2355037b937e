package io.orderflow.shipping.gateways;

import io.orderflow.messaging.meters.Samples;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is open between us and the carrier, as whoever scrapes sees it.
@Component
class ShippingGauges {
    /// Reads a partial index that holds only what is open.
    private static final String OPEN = """
            select count(*), count(*) filter (where attempts > 1 or last_error is not null)
            from shipment where state = 'BOOKING'
            """;

    private final JdbcClient jdbc;

    ShippingGauges(Samples samples, JdbcClient jdbc) {
        this.jdbc = jdbc;
        samples.of("bookings", this::open)
                .gauge("orderflow.bookings.open", "Bookings that are not decided", Open::bookings)
                .gauge("orderflow.bookings.unknown", "Those that were asked for and not answered", Open::unknown);
    }

    /// What is open.
    ///
    /// @param bookings that are to be made, or are being made
    /// @param unknown  those of them that the carrier was asked for, without an answer
    record Open(long bookings, long unknown) {
        private static Open read(ResultSet row, int number) throws SQLException {
            return new Open(row.getLong(1), row.getLong(2));
        }
    }

    Open open() {
        return jdbc.sql(OPEN).query(Open::read).single();
    }
}

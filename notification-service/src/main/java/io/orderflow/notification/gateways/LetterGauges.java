package io.orderflow.notification.gateways;

import io.orderflow.messaging.meters.Samples;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many letters are still to be sent, as whoever scrapes sees it.
@Component
class LetterGauges {
    /// Reads the index of what is due.
    private static final String UNSENT = "select count(*) from notification where due_at is not null";

    private final JdbcClient jdbc;

    LetterGauges(Samples samples, JdbcClient jdbc) {
        this.jdbc = jdbc;
        samples.of("letters", this::unsent)
                .gauge("orderflow.letters.unsent", "Letters that have an address and are not sent", Long::doubleValue);
    }

    long unsent() {
        return jdbc.sql(UNSENT).query(Long.class).single();
    }
}

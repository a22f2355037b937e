package io.orderflow.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureTest {
    @ParameterizedTest
    @CsvSource({
        "40001, CONFLICT",
        "40P01, CONFLICT",
        "55P03, CONFLICT",
        "23505, CONFLICT",
        "08006, DATABASE_AWAY",
        "57P01, DATABASE_AWAY",
        "57P03, DATABASE_AWAY",
        "53300, DATABASE_AWAY",
        "53100, DATABASE_AWAY",
        "25006, DATABASE_AWAY",
        "25P03, DATABASE_AWAY",
        "23514, OWN",
        "22001, OWN",
        "42P01, OWN",
        "42501, OWN"
    })
    void the_databases_own_word_decides(String state, Failure expected) {
        var wrapped = new IllegalStateException("outer", new RuntimeException(new SQLException("said so", state)));

        assertThat(Failure.of(wrapped)).isEqualTo(expected);
    }

    @Test
    void no_connection_is_nobodys_fault() {
        assertThat(Failure.of(new CannotCreateTransactionException("no", new ConnectException())))
                .isEqualTo(Failure.DATABASE_AWAY);
    }

    @Test
    void a_rollback_that_fails_because_the_connection_has_gone_is_nobodys_fault() {
        var hidden = new IllegalStateException("unable to roll back", new SQLException("Connection is closed"));

        assertThat(Failure.of(hidden)).isEqualTo(Failure.DATABASE_AWAY);
    }

    @Test
    void anything_else_is_the_reactions_own() {
        assertThat(Failure.of(new IllegalArgumentException("broken"))).isEqualTo(Failure.OWN);
    }
}

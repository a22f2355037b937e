package io.orderflow.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;

class ProblemAdviceTest {
    @Test
    void a_database_that_is_away_asks_to_try_again() throws Exception {
        ResponseEntity<Object> answer = answerTo(new CannotCreateTransactionException("no connection"));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isIn("1", "2", "3");
        assertThat(problem(answer).getDetail()).contains("nothing was changed");
    }

    @Test
    void a_database_that_is_lost_on_the_way_does_not_pretend_to_know_what_became_of_the_request() throws Exception {
        ResponseEntity<Object> answer = answerTo(new IllegalStateException(new SQLException("gone", "08006")));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(problem(answer).getDetail()).contains("is not known").contains("same Idempotency-Key");
    }

    @Test
    void two_requests_in_each_others_way_ask_to_try_again() throws Exception {
        ResponseEntity<Object> answer = answerTo(new IllegalStateException(new SQLException("deadlock", "40P01")));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(problem(answer).getType()).isEqualTo(URI.create("/problems/try-again"));
    }

    @Test
    void an_error_of_our_own_is_one_and_keeps_its_words_to_the_log() throws Exception {
        ResponseEntity<Object> answer = answerTo(new IllegalArgumentException("ada@example.org"));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(problem(answer).toString()).doesNotContain("ada@example.org");
    }

    private static ResponseEntity<Object> answerTo(Exception thrown) throws Exception {
        return Objects.requireNonNull(new ProblemAdvice().anythingElse(thrown));
    }

    private static ProblemDetail problem(ResponseEntity<Object> answer) {
        return (ProblemDetail) Objects.requireNonNull(answer.getBody());
    }
}

package io.orderflow.messaging.web;

import java.io.Serial;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/// A request that a service refuses, with the sentence that the asker may read. It becomes one RFC 9457 problem whose
/// `type` is `/problems/<slug>`.
public class Refusal extends ErrorResponseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// A refusal.
    ///
    /// @param status the HTTP status
    /// @param slug   the kind of problem, kebab-case, stable for ever
    /// @param title  the kind of problem in a few words
    /// @param detail what is wrong with this request, in one sentence
    public Refusal(HttpStatus status, String slug, String title, String detail) {
        super(status, problem(status, slug, title, detail), null);
        getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    /// Adds a member to the problem.
    public Refusal with(String member, Object value) {
        getBody().setProperty(member, value);
        return this;
    }

    /// The answer that carries a problem, whatever the client says it accepts.
    static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /// The kind of problem that a status alone tells.
    static String slug(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    static ProblemDetail problem(HttpStatus status, String slug, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + slug));
        problem.setTitle(title);
        return problem;
    }
}

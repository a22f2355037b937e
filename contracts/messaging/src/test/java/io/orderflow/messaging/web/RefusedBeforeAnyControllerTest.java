package io.orderflow.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.multipart.MultipartException;

class RefusedBeforeAnyControllerTest {
    @ParameterizedTest
    @CsvSource({
        "400, /problems/bad-request",
        "405, /problems/method-not-allowed",
        "999, /problems/internal-server-error"
    })
    void what_the_container_refused_is_a_problem(int status, String type) {
        var request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_MESSAGE, "ada@example.org");

        ResponseEntity<Object> answer = new ErrorProblems().refused(request);

        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(problem(answer).getType()).isEqualTo(URI.create(type));
        assertThat(answer.toString()).doesNotContain("ada@example.org");
    }

    @Test
    void nothing_is_found_at_the_address_of_errors() {
        assertThat(new ErrorProblems().refused(new MockHttpServletRequest()).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_form_that_cannot_be_read_is_no_error_of_ours() {
        ResponseEntity<Object> answer = new UnreadableForms().form(new MultipartException("ada@example.org"));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        assertThat(answer.toString()).doesNotContain("ada@example.org");
    }

    @ParameterizedTest
    @CsvSource({"*/*, 415", "application/*, 415", "application/json, 200"})
    void a_content_type_names_one_type(String type, int status) throws Exception {
        var request = new MockHttpServletRequest();
        request.setContentType(type);
        var response = new MockHttpServletResponse();

        new OneContentType(new ProblemWriter()).doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(status);
    }

    private static ProblemDetail problem(ResponseEntity<Object> answer) {
        return (ProblemDetail) Objects.requireNonNull(answer.getBody());
    }
}

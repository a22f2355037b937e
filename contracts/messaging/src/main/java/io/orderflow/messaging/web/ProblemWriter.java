package io.orderflow.messaging.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Writes a problem where no controller is at work yet.
final class ProblemWriter {
    private final JsonMapper json = JsonMapper.builder().build();

    void write(HttpServletResponse response, HttpStatus status, String slug, String title, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem = json.createObjectNode();
        problem.put("type", "/problems/" + slug)
                .put("title", title)
                .put("status", status.value())
                .put("detail", detail);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}

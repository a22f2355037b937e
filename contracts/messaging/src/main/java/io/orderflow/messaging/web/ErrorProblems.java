package io.orderflow.messaging.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers for requests that were refused before a controller saw them, by the firewall or by the container: with a
/// problem, too, and without a word of what was sent.
@RestController
class ErrorProblems implements ErrorController {
    @RequestMapping("/error")
    ResponseEntity<Object> refused(HttpServletRequest request) {
        HttpStatus status = status(request);
        String slug = Refusal.slug(status);
        String detail = status.is5xxServerError()
                ? "Something went wrong here; it is in the log."
                : "The request was refused before anything was done about it.";
        return Refusal.answer(Refusal.problem(status, slug, status.getReasonPhrase(), detail));
    }

    /// Asked for directly, there is nothing here.
    private static HttpStatus status(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)) {
            return HttpStatus.NOT_FOUND;
        }
        HttpStatus known = HttpStatus.resolve(code);
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}

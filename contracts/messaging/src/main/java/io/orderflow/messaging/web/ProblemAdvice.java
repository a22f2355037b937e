package io.orderflow.messaging.web;

import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.inbox.Failure;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Turns whatever goes wrong in a controller into one problem (RFC 9457). A problem about what was sent has a member
/// `errors` that names each field, as a path into the body, and says what is wrong with it.
@RestControllerAdvice
@Order(0)
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = new ArrayList<Map<String, String>>();
        invalid.getBindingResult()
                .getFieldErrors()
                .forEach(error -> errors.add(error(error.getField(), error.getDefaultMessage())));
        invalid.getBindingResult().getGlobalErrors().forEach(error -> errors.add(error("", error.getDefaultMessage())));
        return fields(errors);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = new ArrayList<Map<String, String>>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors body) {
                body.getFieldErrors().forEach(error -> errors.add(error(error.getField(), error.getDefaultMessage())));
            } else {
                String name = name(result.getMethodParameter());
                result.getResolvableErrors().forEach(error -> errors.add(error(name, error.getDefaultMessage())));
            }
        }
        return fields(errors);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (@Nullable Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Refusal.answer(refusal.getBody());
            }
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return fields(List.of(error(path(unknown), "is not known here")));
            }
            if (cause instanceof JacksonException wrong && !wrong.getPath().isEmpty()) {
                return fields(List.of(error(path(wrong), "has a value of the wrong kind")));
            }
        }
        return problem(HttpStatus.BAD_REQUEST, "unreadable-body", "Unreadable body", "The body is missing or no JSON.");
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> mismatch(MethodArgumentTypeMismatchException wrong) {
        return fields(List.of(error(wrong.getName(), "has a value of the wrong kind")));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> anythingElse(Exception unexpected) throws Exception {
        if (unexpected instanceof ErrorResponse
                || unexpected.getClass().getName().startsWith("org.springframework.security")) {
            throw unexpected;
        }
        if (unexpected instanceof CannotCreateTransactionException) {
            return tryAgain("The service is busy, or cannot reach its database; nothing was changed.", unexpected);
        }
        return switch (Failure.of(unexpected)) {
            // It may have gone after the commit and before its answer: nobody here knows.
            case DATABASE_AWAY ->
                tryAgain(
                        "The service lost its database on the way, and whether the request took effect is not known."
                                + " Send it again with the same Idempotency-Key.",
                        unexpected);
            case CONFLICT -> tryAgain("Another request was in the way; nothing was changed.", unexpected);
            case OWN -> {
                LOG.error("a request failed", unexpected);
                yield problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Internal error",
                        "Something went wrong here; it is in the log.");
            }
        };
    }

    /// In one to three seconds: all who were refused at once had better not come back at once.
    private static ResponseEntity<Object> tryAgain(String detail, Exception why) {
        LOG.warn("a request is to be sent again: {}", Broker.reason(why));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(ThreadLocalRandom.current().nextInt(1, 4)))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Refusal.problem(HttpStatus.SERVICE_UNAVAILABLE, "try-again", "Try again", detail));
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.resolve(status.value());
        if (known != null && body instanceof ProblemDetail problem && isUntyped(problem)) {
            problem.setType(URI.create("/problems/" + Refusal.slug(known)));
        }
        var withType = new HttpHeaders(headers);
        withType.setContentType(MediaType.APPLICATION_PROBLEM_JSON); // whatever the client says it accepts
        return super.createResponseEntity(body, withType, status, request);
    }

    private static boolean isUntyped(ProblemDetail problem) {
        return problem.getType() == null || URI.create("about:blank").equals(problem.getType());
    }

    private static ResponseEntity<Object> fields(List<Map<String, String>> errors) {
        var sorted = errors.stream()
                .sorted(Comparator.comparing((Map<String, String> error) -> String.valueOf(error.get("field")))
                        .thenComparing(error -> String.valueOf(error.get("message"))))
                .toList();
        String detail = sorted.stream()
                .map(error -> (error.get("field") + " " + error.get("message")).strip())
                .collect(Collectors.joining("; "));
        ProblemDetail problem = Refusal.problem(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", detail);
        problem.setProperty("errors", sorted);
        return Refusal.answer(problem);
    }

    private static Map<String, String> error(String field, @Nullable String message) {
        return Map.of("field", field, "message", message == null ? "is not valid" : message);
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String slug, String title, String detail) {
        return Refusal.answer(Refusal.problem(status, slug, title, detail));
    }

    /// What the client calls a parameter.
    private static String name(MethodParameter parameter) {
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null && !header.name().isEmpty()) {
            return header.name();
        }
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        return query != null && !query.name().isEmpty() ? query.name() : String.valueOf(parameter.getParameterName());
    }

    private static String path(JacksonException wrong) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}

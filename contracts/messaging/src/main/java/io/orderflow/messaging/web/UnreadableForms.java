package io.orderflow.messaging.web;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/// Refuses parameters and forms that the container cannot read. Its words quote what was sent, which may be an order's
/// token or about a person: so they are neither told nor logged.
@RestControllerAdvice
@Order(-1)
class UnreadableForms {
    @ExceptionHandler
    ResponseEntity<Object> parameters(InvalidParameterException unreadable) {
        return Refusal.answer(Refusal.problem(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "Invalid request",
                "The parameters cannot be read: they must be UTF-8, percent-encoded."));
    }

    @ExceptionHandler
    ResponseEntity<Object> form(MultipartException unreadable) {
        return Refusal.answer(Refusal.problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "Unsupported Media Type",
                "Forms with several parts are not taken."));
    }
}

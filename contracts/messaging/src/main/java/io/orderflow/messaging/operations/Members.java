package io.orderflow.messaging.operations;

import io.orderflow.messaging.web.Refusal;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// Lets an operation of an endpoint refuse what it does not know: Spring Boot gives it the members of the body that it
/// asks for, and keeps silent on the others, so that a misspelt filter would be none.
@ControllerAdvice
public final class Members extends RequestBodyAdviceAdapter {
    private static final String NAME = Members.class.getName();

    Members() {}

    /// Refuses the present request if its body has other members.
    ///
    /// @throws Refusal 400 `invalid-request` naming them
    public static void only(String... known) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null
                || !(request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST) instanceof Set<?> members)) {
            return;
        }
        var others = new TreeSet<String>();
        members.forEach(member -> others.add(String.valueOf(member)));
        others.removeAll(Set.of(known));
        if (!others.isEmpty()) {
            String first = others.getFirst();
            throw new Refusal(
                            HttpStatus.BAD_REQUEST,
                            "invalid-request",
                            "Invalid request",
                            String.join(", ", others) + " is not known here")
                    .with("errors", List.of(Map.of("field", first, "message", "is not known here")));
        }
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getContainingClass().getName().contains(".actuate.endpoint.");
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null && body instanceof Map<?, ?> members) {
            request.setAttribute(NAME, members.keySet(), RequestAttributes.SCOPE_REQUEST);
        }
        return body;
    }
}

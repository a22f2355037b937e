package io.orderflow.messaging.start;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.validation.FieldError;

/// Says in one sentence why a service does not start when its configuration is to blame.
final class OneSentence {
    private OneSentence() {}

    /// The sentence; null when the configuration is not to blame.
    static @Nullable String about(Throwable failure) {
        @Nullable String prefix = null;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case WrongConfiguration wrong -> {
                    return wrong.getMessage();
                }
                case PortInUseException taken -> {
                    return "server.port " + taken.getPort() + " is taken";
                }
                case BindValidationException invalid -> {
                    return invalid.getValidationErrors().getAllErrors().stream()
                            .map(error -> (error instanceof FieldError field
                                            ? invalid.getValidationErrors().getName() + "." + kebab(field.getField())
                                                    + " is " + field.getRejectedValue() + " and "
                                            : "")
                                    + error.getDefaultMessage())
                            .collect(Collectors.joining("; "));
                }
                case UnboundConfigurationPropertiesException unknown -> {
                    return unknown.getUnboundProperties().stream()
                                    .map(property -> property.getName().toString())
                                    .collect(Collectors.joining(", "))
                            + " is not a property of this service";
                }
                case BindException unbindable -> {
                    prefix = unbindable.getName()
                            + (unbindable.getProperty() == null
                                    ? ""
                                    : " is " + unbindable.getProperty().getValue());
                }
                default -> {}
            }
        }
        return prefix == null ? null : prefix + ", which is not a value of the right kind";
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}

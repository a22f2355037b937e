package io.orderflow.order.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A duration as ISO 8601 writes it, from a second to thirty days.
@Documented
@Constraint(validatedBy = Span.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Span {
    String message() default "must be an ISO 8601 duration from PT1S to P30D, such as PT2H";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Checks it. Nothing is fine.
    final class Check implements ConstraintValidator<Span, @Nullable String> {
        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final Duration LONGEST = Duration.ofDays(30);

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            try {
                Duration span = Duration.parse(text);
                return span.compareTo(SHORTEST) >= 0 && span.compareTo(LONGEST) <= 0;
            } catch (DateTimeException notOne) {
                return false;
            }
        }
    }
}

package io.orderflow.order.gateways;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Each duration is longer than the one before it.
@Documented
@Constraint(validatedBy = Ascending.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Ascending {
    String message() default "must be ascending";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Leaves it to others to say that there is nothing.
    class Validator implements ConstraintValidator<Ascending, @Nullable List<Duration>> {
        @Override
        public boolean isValid(@Nullable List<Duration> durations, ConstraintValidatorContext context) {
            return durations == null
                    || IntStream.range(1, durations.size())
                            .allMatch(i -> durations.get(i).compareTo(durations.get(i - 1)) > 0);
        }
    }
}

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
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// No two lines are about the same SKU; the later one is the one to blame.
@Documented
@Constraint(validatedBy = EachSkuOnce.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface EachSkuOnce {
    String message() default "is on an earlier line already; add the quantities";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Checks it, and names the line.
    final class Check implements ConstraintValidator<EachSkuOnce, List<OrderRequest.@Nullable Line>> {
        @Override
        public boolean isValid(@Nullable List<OrderRequest.@Nullable Line> lines, ConstraintValidatorContext context) {
            if (lines == null) {
                return true;
            }
            var seen = new HashSet<String>();
            boolean valid = true;
            for (int i = 0; i < lines.size(); i++) {
                OrderRequest.Line line = lines.get(i);
                if (line != null && line.sku() != null && !seen.add(line.sku())) {
                    valid = false;
                    context.disableDefaultConstraintViolation();
                    context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                            .addPropertyNode("sku")
                            .inIterable()
                            .atIndex(i)
                            .addConstraintViolation();
                }
            }
            return valid;
        }
    }
}

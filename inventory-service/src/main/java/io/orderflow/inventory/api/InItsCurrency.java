package io.orderflow.inventory.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A price in a currency of ISO 4217, zero or more, with as many decimals as that currency has.
@Documented
@Constraint(validatedBy = InItsCurrency.Checked.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface InItsCurrency {
    /// What is said where nothing better is known.
    String message() default "must be a price";

    /// For the Bean Validation specification.
    Class<?>[] groups() default {};

    /// For the Bean Validation specification.
    Class<? extends Payload>[] payload() default {};

    /// Names the part that is wrong.
    final class Checked implements ConstraintValidator<InItsCurrency, Price> {
        private static final Pattern PLAIN = Pattern.compile("(0|[1-9][0-9]{0,9})(\\.[0-9]{1,4})?");

        @Override
        public boolean isValid(@Nullable Price price, ConstraintValidatorContext context) {
            if (price == null) {
                return true;
            }
            Optional<Currency> currency = Currency.availableCurrencies()
                    .filter(one -> one.getCurrencyCode().equals(price.currency()))
                    .filter(one -> one.getDefaultFractionDigits() >= 0)
                    .findFirst();
            if (currency.isEmpty()) {
                return wrong(context, "currency", "must be an ISO 4217 code, such as EUR");
            }
            String amount = price.amount();
            int digits = currency.get().getDefaultFractionDigits();
            if (amount == null || !PLAIN.matcher(amount).matches() || decimals(amount) != digits) {
                return wrong(
                        context,
                        "amount",
                        "must be a decimal string, zero or more, with %d decimals in %s"
                                .formatted(digits, currency.get().getCurrencyCode()));
            }
            return true;
        }

        private static int decimals(String amount) {
            int point = amount.indexOf('.');
            return point < 0 ? 0 : amount.length() - point - 1;
        }

        private static boolean wrong(ConstraintValidatorContext context, String part, String message) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode(part)
                    .addConstraintViolation();
            return false;
        }
    }
}

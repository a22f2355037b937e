package io.orderflow.payment.api;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// How a person gave money back, as the operator writes it.
///
/// @param reference names the movement, such as that of a bank transfer
/// @param note      what is to be remembered of it
record SettlementRequest(
        @NotBlank(message = "must not be empty")
        @Size(max = 100, message = TOO_LONG)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = UNPRINTABLE)
        @Nullable
        String reference,

        @Size(max = 500, message = TOO_LONG) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = UNPRINTABLE) @Nullable
        String note) {
    private static final String TOO_LONG = "must have at most {max} characters";
    private static final String UNPRINTABLE = "must not have control characters";

    String wantedReference() {
        return requireNonNull(reference).strip();
    }
}

package io.orderflow.order.api;

import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.PaymentMethod;
import io.orderflow.events.StockLine;
import io.orderflow.order.domain.Wish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of `POST /orders`. It has no place for prices, totals or a status: those are not the client's. It may say
/// within what time the order has to be shipped, or else be cancelled.
record OrderRequest(
        @NotNull(message = MISSING) @Valid @Nullable Buyer customer,
        @NotNull(message = MISSING) @Valid @Nullable Destination shipTo,
        @NotNull(message = MISSING) @Valid @Nullable Card payment,

        @NotNull(message = MISSING) @Size(min = 1, max = 50, message = "must have 1 to 50 lines") @EachSkuOnce @Nullable
        List<@NotNull(message = MISSING) @Valid Line> lines,

        @Span @Nullable String shipWithin) {
    private static final String MISSING = "is missing";
    private static final String EMPTY = "must not be empty";
    private static final String TOO_LONG = "must have at most {max} characters";
    private static final String UNPRINTABLE = "must not have control characters";

    /// No control characters, and no half of a surrogate pair, which no encoding can carry.
    private static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";

    /// Who orders.
    record Buyer(
            @NotBlank(message = EMPTY)
            @Size(max = 200, message = TOO_LONG)
            @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
            @Nullable
            String name,

            @NotBlank(message = EMPTY)
            @Size(max = 254, message = TOO_LONG)
            @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
            @Email(message = "must be an e-mail address")
            @Nullable
            String email) {}

    /// Where it goes.
    record Destination(
            @NotBlank(message = EMPTY)
            @Size(max = 200, message = TOO_LONG)
            @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
            @Nullable
            String name,

            @NotBlank(message = EMPTY)
            @Size(max = 200, message = TOO_LONG)
            @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
            @Nullable
            String street,

            @NotBlank(message = EMPTY)
            @Size(max = 100, message = TOO_LONG)
            @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
            @Nullable
            String city,

            @NotBlank(message = EMPTY)
            @Size(max = 20, message = TOO_LONG)
            @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
            @Nullable
            String postalCode,

            @NotNull(message = MISSING)
            @Pattern(regexp = "[A-Z]{2}", message = "must be a country code of two capital letters (ISO 3166-1)")
            @Nullable
            String country) {}

    /// How it is paid.
    record Card(
            @NotBlank(message = EMPTY)
            @Size(max = 100, message = TOO_LONG)
            @Pattern(regexp = PRINTABLE, message = UNPRINTABLE)
            @Nullable
            String token) {}

    /// What is ordered, and how many.
    record Line(
            @NotNull(message = MISSING)
            @Pattern(
                    regexp = "[A-Z0-9][A-Z0-9-]{0,39}",
                    message = "must be a SKU: capital letters, digits and hyphens, at most 40")
            @Nullable
            String sku,

            @NotNull(message = MISSING)
            @Min(value = 1, message = "must be at least 1")
            @Max(value = 1000, message = "must be at most 1000")
            @Nullable
            Integer quantity) {}

    /// The wish that a valid request expresses.
    Wish wish() {
        Buyer buyer = given(customer);
        Destination destination = given(shipTo);
        return new Wish(
                new Customer(given(buyer.name()), given(buyer.email())),
                new Address(
                        given(destination.name()),
                        given(destination.street()),
                        given(destination.city()),
                        given(destination.postalCode()),
                        given(destination.country())),
                new PaymentMethod(given(given(payment).token())),
                given(lines).stream()
                        .map(line -> new StockLine(given(line.sku()), given(line.quantity())))
                        .toList(),
                shipWithin == null ? null : Duration.parse(shipWithin));
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the request was not validated");
        }
        return value;
    }
}

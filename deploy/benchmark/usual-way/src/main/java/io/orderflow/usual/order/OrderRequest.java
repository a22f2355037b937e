package io.orderflow.usual.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/// The body of `POST /orders`.
public record OrderRequest(
        @NotNull @Valid Buyer customer,
        @NotNull @Valid Destination shipTo,
        @NotNull @Valid Card payment,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Line> lines) {
    /// Who orders.
    public record Buyer(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 254) @Email String email) {}

    /// Where it goes.
    public record Destination(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String street,
            @NotBlank @Size(max = 100) String city,
            @NotBlank @Size(max = 20) String postalCode,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {}

    /// How it is paid.
    public record Card(@NotBlank @Size(max = 100) String token) {}

    /// What is ordered.
    public record Line(
            @NotBlank @Size(max = 40) String sku,
            @Min(1) @Max(1000) int quantity) {}
}

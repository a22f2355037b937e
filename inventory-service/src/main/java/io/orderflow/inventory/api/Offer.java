package io.orderflow.inventory.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// How a product is to be offered, as the operator writes it.
///
/// @param name   what people call it
/// @param price  the price of one piece
/// @param onHand how many pieces there are when it is first listed; may be absent
record Offer(
        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
        String name,

        @NotNull @Valid Price price,
        @Min(0) @Max(1_000_000) @Nullable Integer onHand) {}

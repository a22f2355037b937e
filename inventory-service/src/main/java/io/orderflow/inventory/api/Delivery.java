package io.orderflow.inventory.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// Goods that came, as the operator writes it.
///
/// @param quantity how many pieces
record Delivery(@NotNull @Min(1) @Max(1_000_000) Integer quantity) {}

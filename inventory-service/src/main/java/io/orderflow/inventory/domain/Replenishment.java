package io.orderflow.inventory.domain;

import java.util.UUID;

/// A delivery of goods.
///
/// @param id       which delivery, unique for ever
/// @param sku      which product
/// @param quantity how many pieces came
/// @param onHand   how many there were after that
public record Replenishment(UUID id, String sku, int quantity, long onHand) {}

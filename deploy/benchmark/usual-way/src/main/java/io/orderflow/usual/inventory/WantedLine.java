package io.orderflow.usual.inventory;

import jakarta.persistence.Embeddable;

/// What is wanted, and how many.
@Embeddable
public record WantedLine(String sku, int quantity) {}

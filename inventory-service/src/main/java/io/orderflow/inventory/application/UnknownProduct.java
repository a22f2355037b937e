package io.orderflow.inventory.application;

import java.io.Serial;

/// No product has this SKU.
public final class UnknownProduct extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// With the SKU that was asked for.
    public UnknownProduct(String sku) {
        super("There is no product " + sku + ".");
    }
}

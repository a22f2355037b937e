package io.orderflow.inventory.domain;

import java.io.Serial;

/// More goods of one product than can be kept.
public final class NoRoom extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NoRoom(String sku) {
        super("There can be no more than %d pieces of %s on hand.".formatted(Product.MOST_ON_HAND, sku));
    }
}

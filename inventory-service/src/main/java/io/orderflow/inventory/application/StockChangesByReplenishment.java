package io.orderflow.inventory.application;

import java.io.Serial;

/// A listed product was to be given another stock by listing it again.
public final class StockChangesByReplenishment extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    StockChangesByReplenishment(String sku, int listedOnHand) {
        super("%s was listed with %d pieces on hand; its stock changes by replenishments only."
                .formatted(sku, listedOnHand));
    }
}

package io.orderflow.usual.order;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/// A line of an order at its price.
@Embeddable
public record PricedLine(String sku, int quantity, BigDecimal unitPrice) {
    BigDecimal amount() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}

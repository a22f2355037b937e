package io.orderflow.usual.order;

import io.orderflow.events.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/// What can be ordered, and for how much.
@Entity
public class Product {
    @Id
    private String sku;

    private String currency;
    private BigDecimal price;

    /// For JPA.
    protected Product() {}

    Product(String sku, Money price) {
        this.sku = sku;
        this.currency = price.currency();
        this.price = price.amount();
    }

    String sku() {
        return sku;
    }

    String currency() {
        return currency;
    }

    BigDecimal price() {
        return price;
    }
}

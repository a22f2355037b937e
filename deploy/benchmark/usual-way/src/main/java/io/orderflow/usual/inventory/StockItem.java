package io.orderflow.usual.inventory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/// How many pieces of a product there are.
@Entity
public class StockItem {
    @Id
    private String sku;

    private String name;
    private int onHand;

    /// For JPA.
    protected StockItem() {}

    StockItem(String sku, String name, int onHand) {
        this.sku = sku;
        this.name = name;
        this.onHand = onHand;
    }

    String sku() {
        return sku;
    }

    int onHand() {
        return onHand;
    }

    void take(int quantity) {
        onHand -= quantity;
    }
}

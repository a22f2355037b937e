package io.orderflow.inventory.domain;

import io.orderflow.events.InventoryReplenished;
import io.orderflow.events.Money;
import io.orderflow.events.ProductListed;
import io.orderflow.events.ProductPriceUpdated;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Something that is sold: its place in the catalogue, and how many pieces are on hand. Never below zero.
@Entity
public class Product {
    /// No product has more pieces than this on hand.
    public static final long MOST_ON_HAND = 1_000_000_000;

    @Id
    private String sku;

    private String name;
    private String currency;
    private BigDecimal amount;
    private long version;
    private long onHand;
    private int listedOnHand;

    /// For JPA.
    protected Product() {}

    /// A product that enters the catalogue.
    public Product(String sku, String name, Money price, int onHand) {
        this.sku = sku;
        this.name = name;
        this.currency = price.currency();
        this.amount = price.amount();
        this.version = 1;
        this.onHand = onHand;
        this.listedOnHand = onHand;
    }

    /// Says that it entered the catalogue.
    public ProductListed listed(Instant now) {
        return new ProductListed(sku, now, version, name, price(), listedOnHand);
    }

    /// Gives it this name and price; empty if it has both already.
    public Optional<ProductPriceUpdated> offerAs(String newName, Money newPrice, Instant now) {
        if (newName.equals(name)
                && newPrice.currency().equals(currency)
                && newPrice.amount().compareTo(amount) == 0) {
            return Optional.empty();
        }
        name = newName;
        currency = newPrice.currency();
        amount = newPrice.amount();
        version++;
        return Optional.of(new ProductPriceUpdated(sku, now, version, name, price()));
    }

    /// Books goods in.
    ///
    /// @throws NoRoom when there would be more than [#MOST_ON_HAND]
    public InventoryReplenished replenish(UUID replenishment, int quantity, Instant now) {
        if (onHand + quantity > MOST_ON_HAND) {
            throw new NoRoom(sku);
        }
        onHand += quantity;
        return new InventoryReplenished(sku, now, replenishment, quantity, Math.toIntExact(onHand));
    }

    /// Takes pieces that are there.
    void take(int quantity) {
        if (quantity < 1 || quantity > onHand) {
            throw new IllegalStateException(quantity + " of " + onHand + " pieces of " + sku + " cannot be taken");
        }
        onHand -= quantity;
    }

    /// Puts pieces back that were taken.
    void putBack(int quantity) {
        onHand += quantity;
    }

    /// Which product.
    public String sku() {
        return sku;
    }

    /// What people call it.
    public String name() {
        return name;
    }

    /// The price of one piece.
    public Money price() {
        return new Money(currency, amount);
    }

    /// 1 when it was listed, one more with each new name or price.
    public long version() {
        return version;
    }

    /// How many pieces there are.
    public long onHand() {
        return onHand;
    }

    /// How many pieces there were when it was listed.
    public int listedOnHand() {
        return listedOnHand;
    }
}

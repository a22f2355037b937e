package io.orderflow.order.domain;

import io.orderflow.events.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A product as the order service knows it: a copy of inventory's catalogue, kept up by what inventory says.
///
/// The listing with the highest version holds, whichever came first. How many there are is a hint: the last count
/// that was told, by the time at which it was taken.
@Entity
public class Product {
    @Id
    private String sku;

    private long version;
    private @Nullable String name;
    private @Nullable String currency;
    private @Nullable BigDecimal price;
    private @Nullable Integer available;
    private @Nullable Instant countedAt;

    protected Product() {}

    /// A product of which nothing was heard.
    public Product(String sku) {
        this.sku = sku;
    }

    /// Takes a listing, unless a younger one is known.
    public void list(long listed, String knownAs, Money at) {
        if (listed > version) {
            version = listed;
            name = knownAs;
            currency = at.currency();
            price = at.amount();
        }
    }

    /// Takes a count, unless a younger one is known.
    public void count(int pieces, Instant when) {
        if (countedAt == null || when.isAfter(countedAt)) {
            available = pieces;
            countedAt = when;
        }
    }

    public String sku() {
        return sku;
    }

    /// Null while only a count was heard of it.
    public @Nullable Money price() {
        return currency == null || price == null ? null : new Money(currency, price);
    }

    public @Nullable String name() {
        return name;
    }

    /// How many there were when last counted; null if nobody told.
    public @Nullable Integer available() {
        return available;
    }
}

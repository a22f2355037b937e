package io.orderflow.order.gateways;

import io.orderflow.events.Money;
import io.orderflow.order.domain.Product;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Repository;

/// The order service's own copy of the catalogue, in PostgreSQL.
@Repository
public class Products {
    private final EntityManager entities;

    Products(EntityManager entities) {
        this.entities = entities;
    }

    /// Locks these products in one statement, sorted by SKU, and begins those of which nothing was heard yet.
    public void lock(Collection<String> skus) {
        var wanted = new TreeSet<>(skus);
        if (wanted.isEmpty()) {
            return;
        }
        entities.createQuery("select p from Product p where p.sku in :skus order by p.sku", Product.class)
                .setParameter("skus", List.copyOf(wanted))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(found -> wanted.remove(found.sku()));
        wanted.forEach(sku -> entities.persist(new Product(sku)));
    }

    /// A product that this transaction has locked.
    ///
    /// @throws IllegalStateException when it was not locked
    public Product of(String sku) {
        Product product = entities.find(Product.class, sku);
        if (product == null) {
            throw new IllegalStateException("the product " + sku + " was not locked");
        }
        return product;
    }

    /// The prices of those of these products that have one.
    public Map<String, Money> prices(Collection<String> skus) {
        var prices = new HashMap<String, Money>();
        for (Product product : entities.createQuery("select p from Product p where p.sku in :skus", Product.class)
                .setParameter("skus", List.copyOf(skus))
                .getResultList()) {
            Money price = product.price();
            if (price != null) {
                prices.put(product.sku(), price);
            }
        }
        return prices;
    }

    /// Everything that has a price, by SKU.
    public List<Product> forSale() {
        return entities.createQuery("select p from Product p where p.price is not null order by p.sku", Product.class)
                .getResultList();
    }
}

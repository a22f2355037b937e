package io.orderflow.inventory.gateways;

import io.orderflow.inventory.domain.Product;
import io.orderflow.inventory.domain.Shelves;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The products, in PostgreSQL.
@Repository
public class Products implements Shelves {
    private final EntityManager entities;
    private final JdbcClient jdbc;

    Products(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /// Locks all of these that exist, in one statement and in the order of the SKUs.
    public void lock(Collection<String> skus) {
        if (!skus.isEmpty()) {
            entities.createQuery("select p from Product p where p.sku in :skus order by p.sku", Product.class)
                    .setParameter("skus", skus)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList();
        }
    }

    /// The product, locked; without a query where it is locked already.
    @Override
    public Optional<Product> product(String sku) {
        return Optional.ofNullable(entities.find(Product.class, sku, LockModeType.PESSIMISTIC_WRITE));
    }

    /// Adds a product, unless its SKU is taken; waits for another transaction that is about to add it.
    public boolean add(Product product) {
        return jdbc.sql("""
                        insert into product (sku, name, currency, amount, version, on_hand, listed_on_hand)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (sku) do nothing""")
                        .params(
                                product.sku(),
                                product.name(),
                                product.price().currency(),
                                product.price().amount(),
                                product.version(),
                                product.onHand(),
                                product.listedOnHand())
                        .update()
                == 1;
    }

    /// The product as it is, to look at.
    public Optional<Product> seen(String sku) {
        return Optional.ofNullable(entities.find(Product.class, sku));
    }

    /// All products as they are, by SKU, to look at.
    public List<Product> all() {
        return entities.createQuery("select p from Product p order by p.sku", Product.class)
                .getResultList();
    }
}

package io.orderflow.usual.order;

import org.springframework.data.jpa.repository.JpaRepository;

/// The price list.
public interface ProductRepository extends JpaRepository<Product, String> {}

package io.orderflow.usual.inventory;

import org.springframework.data.jpa.repository.JpaRepository;

/// The stock.
public interface StockRepository extends JpaRepository<StockItem, String> {}

package io.orderflow.inventory;

import io.orderflow.events.InventoryFact;
import io.orderflow.messaging.Says;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Keeps the catalogue and its stock, and deducts from it what customers have paid for.
@SpringBootApplication
@Says(InventoryFact.class)
public class InventoryService {
    /// Starts the service.
    public static void main(String... arguments) {
        SpringApplication.run(InventoryService.class, arguments);
    }
}

package io.orderflow.order;

import io.orderflow.events.OrderFact;
import io.orderflow.messaging.Says;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the order service.
@SpringBootApplication
@Says(OrderFact.class)
public class OrderService {
    public static void main(String[] args) {
        SpringApplication.run(OrderService.class, args);
    }
}

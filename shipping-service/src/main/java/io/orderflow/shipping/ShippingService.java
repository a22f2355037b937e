package io.orderflow.shipping;

import io.orderflow.events.ShippingFact;
import io.orderflow.messaging.Says;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the shipping service.
@SpringBootApplication
@Says(ShippingFact.class)
public class ShippingService {
    public static void main(String[] args) {
        SpringApplication.run(ShippingService.class, args);
    }
}

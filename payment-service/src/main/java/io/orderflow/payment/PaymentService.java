package io.orderflow.payment;

import io.orderflow.events.PaymentFact;
import io.orderflow.messaging.Says;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the payment service.
@SpringBootApplication
@Says(PaymentFact.class)
public class PaymentService {
    public static void main(String[] args) {
        SpringApplication.run(PaymentService.class, args);
    }
}

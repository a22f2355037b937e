package io.orderflow.usual.payment;

import io.orderflow.usual.Rabbit;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// The payment service.
@SpringBootApplication
@Import({Rabbit.class, Rabbit.Publisher.class})
public class PaymentApplication {}

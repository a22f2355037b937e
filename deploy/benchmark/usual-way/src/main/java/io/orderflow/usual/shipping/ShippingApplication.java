package io.orderflow.usual.shipping;

import io.orderflow.usual.Rabbit;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The shipping service.
@SpringBootApplication
@Import({Rabbit.class, Rabbit.Publisher.class})
@EnableScheduling
public class ShippingApplication {}

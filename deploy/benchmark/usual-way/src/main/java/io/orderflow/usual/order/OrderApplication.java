package io.orderflow.usual.order;

import io.orderflow.usual.Rabbit;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// The order service.
@SpringBootApplication
@Import({Rabbit.class, Rabbit.Publisher.class})
public class OrderApplication {}

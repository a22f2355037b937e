package io.orderflow.usual.inventory;

import io.orderflow.usual.Rabbit;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// The inventory service.
@SpringBootApplication
@Import({Rabbit.class, Rabbit.Publisher.class})
public class InventoryApplication {}

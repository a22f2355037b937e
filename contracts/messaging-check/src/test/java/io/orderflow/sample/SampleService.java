package io.orderflow.sample;

import io.orderflow.events.InventoryFact;
import io.orderflow.messaging.Says;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Believes that everything is in stock.
@SpringBootApplication
@Says(InventoryFact.class)
public class SampleService {}

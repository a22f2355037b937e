package io.orderflow.usual.analytics;

import io.orderflow.usual.Rabbit;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// The analytics service.
@SpringBootApplication
@Import({Rabbit.class, Rabbit.Publisher.class})
public class AnalyticsApplication {}

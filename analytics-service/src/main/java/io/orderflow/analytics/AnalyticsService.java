package io.orderflow.analytics;

import io.orderflow.messaging.Says;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the analytics service, which hears everything and says nothing.
@SpringBootApplication
@Says(as = "analytics")
public class AnalyticsService {
    public static void main(String[] args) {
        SpringApplication.run(AnalyticsService.class, args);
    }
}

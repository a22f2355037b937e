package io.orderflow.analytics;

import io.orderflow.events.AuditFact;
import io.orderflow.messaging.Says;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts the analytics service, which hears everything, and says what does not hold.
@SpringBootApplication
@ConfigurationPropertiesScan
@Says(AuditFact.class)
public class AnalyticsService {
    public static void main(String[] args) {
        SpringApplication.run(AnalyticsService.class, args);
    }
}

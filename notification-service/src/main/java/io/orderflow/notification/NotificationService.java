package io.orderflow.notification;

import io.orderflow.events.NotificationFact;
import io.orderflow.messaging.Says;
import io.orderflow.notification.gateways.NotificationSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/// Writes to the customer about each event that concerns them, once.
@SpringBootApplication
@EnableConfigurationProperties(NotificationSettings.class)
@Says(NotificationFact.class)
public class NotificationService {
    /// Starts the service.
    public static void main(String... arguments) {
        SpringApplication.run(NotificationService.class, arguments);
    }
}

package io.orderflow.usual;

import io.orderflow.usual.analytics.AnalyticsApplication;
import io.orderflow.usual.inventory.InventoryApplication;
import io.orderflow.usual.notification.NotificationApplication;
import io.orderflow.usual.order.OrderApplication;
import io.orderflow.usual.payment.PaymentApplication;
import io.orderflow.usual.shipping.ShippingApplication;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts one of the six applications: `--service=order`, `payment`, `inventory`, `shipping`, `notification`
/// or `analytics`. Everything else is Spring Boot's own settings.
public final class UsualWay {
    private static final String OPTION = "--service=";

    private static final Map<String, Class<?>> APPLICATIONS = Map.of(
            "order", OrderApplication.class,
            "payment", PaymentApplication.class,
            "inventory", InventoryApplication.class,
            "shipping", ShippingApplication.class,
            "notification", NotificationApplication.class,
            "analytics", AnalyticsApplication.class);

    private UsualWay() {}

    public static void main(String[] words) {
        for (String word : words) {
            String service = word.startsWith(OPTION) ? word.substring(OPTION.length()) : "";
            if (APPLICATIONS.containsKey(service)) {
                start(service, words);
                return;
            }
        }
        System.err.println("Give --service= with one of " + String.join(", ", APPLICATIONS.keySet()) + ".");
        System.exit(2);
    }

    /// Starts the application of this name.
    static ConfigurableApplicationContext start(String service, String... words) {
        return SpringApplication.run(Objects.requireNonNull(APPLICATIONS.get(service)), words);
    }
}

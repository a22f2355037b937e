package io.orderflow.messaging.health;

import java.sql.DriverManager;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/// Sets up health `database`, in place of Spring Boot's `db`, which waits for a connection of the pool.
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
class HealthAutoConfiguration {
    private static final String SECONDS = "1";

    @Bean
    DatabaseProbe databaseProbe(JdbcConnectionDetails details, @Value("${spring.application.name}") String name) {
        var settings = new Properties();
        put(settings, "user", details.getUsername());
        put(settings, "password", details.getPassword());
        settings.setProperty("ApplicationName", name + " health");
        for (String limit : new String[] {"connectTimeout", "loginTimeout", "socketTimeout"}) {
            settings.setProperty(limit, SECONDS);
        }
        return new DatabaseProbe(() -> DriverManager.getConnection(details.getJdbcUrl(), settings));
    }

    private static void put(Properties settings, String name, @Nullable String value) {
        if (value != null) {
            settings.setProperty(name, value);
        }
    }

    @Bean
    DatabaseHealth databaseHealthIndicator(DatabaseProbe probe) {
        return new DatabaseHealth(probe);
    }
}

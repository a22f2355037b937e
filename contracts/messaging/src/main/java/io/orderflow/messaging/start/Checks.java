package io.orderflow.messaging.start;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// What is checked of the configuration before anything else is started.
final class Checks {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Environment environment;

    Checks(Environment environment) {
        this.environment = environment;
    }

    /// Settings without which nothing can begin.
    ///
    /// @throws WrongConfiguration naming the property
    void settings() {
        String url = required("spring.datasource.url");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new WrongConfiguration("spring.datasource.url must begin with jdbc:postgresql:, and is " + url);
        }
        if (Driver.parseURL(url, new Properties()) == null) {
            throw new WrongConfiguration("spring.datasource.url is not usable: the driver makes nothing of " + url);
        }
        required("spring.datasource.username");
        required("spring.rabbitmq.username");
        String operator = required("orderflow.operator.password");
        if (operator.length() < 4) {
            throw new WrongConfiguration("orderflow.operator.password must have at least 4 characters");
        }
        var operations = Binder.get(environment)
                .bind("orderflow.operations.passwords", Bindable.mapOf(String.class, String.class));
        if (operations.orElse(Map.of()).isEmpty()) {
            throw new WrongConfiguration("orderflow.operations.passwords is not set: it wants one password at least, as"
                    + " orderflow.operations.passwords.<name>");
        }
        port("server.port");
        port("spring.rabbitmq.port");
    }

    private String required(String property) {
        String value = environment.getProperty(property);
        if (value == null || value.isBlank()) {
            throw new WrongConfiguration(property + " is not set");
        }
        return value;
    }

    private void port(String property) {
        String value = environment.getProperty(property);
        if (value != null && !(value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65535)) {
            throw new WrongConfiguration(property + " must be a port from 0 to 65535, and is " + value);
        }
    }

    /// Null if the database answers; else in a few words why not, which may pass.
    ///
    /// @throws WrongConfiguration if it answers that it will never let us in
    @Nullable
    String databaseAway() {
        String away = databaseAway("spring.datasource.username", "spring.datasource.password");
        if (away == null && environment.getProperty("spring.flyway.user") != null) {
            return databaseAway("spring.flyway.user", "spring.flyway.password");
        }
        return away;
    }

    private @Nullable String databaseAway(String userProperty, String passwordProperty) {
        var login = new Properties();
        login.setProperty("user", environment.getProperty(userProperty, ""));
        login.setProperty("password", environment.getProperty(passwordProperty, ""));
        login.setProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
        login.setProperty("socketTimeout", String.valueOf(PATIENCE.toSeconds()));
        String url = environment.getProperty("spring.datasource.url", "");
        try (var connection = DriverManager.getConnection(url, login)) {
            return connection.isValid((int) PATIENCE.toSeconds()) ? null : "the database does not answer";
        } catch (SQLException refused) {
            String state = String.valueOf(refused.getSQLState());
            if (state.equals("28P01") || state.equals("28000")) {
                throw new WrongConfiguration(userProperty + " and " + passwordProperty
                        + " are not what the database at " + url + " knows: " + refused.getMessage());
            }
            return String.valueOf(refused.getMessage()).lines().findFirst().orElse("no answer");
        }
    }

    /// Looks once whether the broker lets us in. A broker that is away is no reason not to start.
    ///
    /// @throws WrongConfiguration if it answers that it will never let us in
    void brokerLogin() {
        var factory = new ConnectionFactory();
        String addresses = environment.getProperty(
                "spring.rabbitmq.addresses",
                environment.getProperty("spring.rabbitmq.host", "localhost") + ":"
                        + environment.getProperty("spring.rabbitmq.port", "5672"));
        if (addresses.contains("://")) {
            return; // they bring log-ins of their own
        }
        factory.setUsername(environment.getProperty("spring.rabbitmq.username", ""));
        factory.setPassword(environment.getProperty("spring.rabbitmq.password", ""));
        String virtualHost = environment.getProperty("spring.rabbitmq.virtual-host", "/");
        factory.setVirtualHost(virtualHost);
        factory.setConnectionTimeout((int) PATIENCE.toMillis());
        factory.setHandshakeTimeout((int) PATIENCE.toMillis());
        factory.setAutomaticRecoveryEnabled(false);
        try (var _ = factory.newConnection(Address.parseAddresses(addresses), "configuration check")) {
            // it lets us in
        } catch (AuthenticationFailureException refused) {
            throw new WrongConfiguration(
                    "spring.rabbitmq.username and spring.rabbitmq.password are not what the broker at " + addresses
                            + " knows");
        } catch (IOException | TimeoutException away) {
            if (away.getCause() instanceof ShutdownSignalException shutdown && shutdown.isHardError()) {
                String said = String.valueOf(shutdown.getMessage());
                if (said.contains("NOT_ALLOWED")) {
                    throw new WrongConfiguration("spring.rabbitmq.virtual-host " + virtualHost
                            + " is not there, or not for " + factory.getUsername());
                }
            }
        }
    }
}

package io.orderflow.messaging.start;

import io.orderflow.messaging.loop.Backoff;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/// Between the configuration and the first bean: checks what can be checked, and waits for the database for as long
/// as it takes. Where the configuration names no database of its own, because a test hands one in, there is nothing
/// to do.
public final class Arrival implements ApplicationListener<ApplicationPreparedEvent> {
    /// The switch by which tests that bring their own connections, and whoever only trains the start, leave this
    /// out.
    public static final String SWITCH = "orderflow.start.check";

    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);
    private static final Backoff WAITING = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2));

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        ConfigurableEnvironment environment = event.getApplicationContext().getEnvironment();
        if (!environment.getProperty(SWITCH, Boolean.class, true)
                || event.getApplicationContext().getParent() != null) {
            return;
        }
        var checks = new Checks(environment);
        checks.settings();
        checks.brokerLogin();
        String away = checks.databaseAway();
        if (away != null) {
            await(checks, environment, away);
        }
    }

    private static void await(Checks checks, Environment environment, String firstAnswer) {
        LOG.warn("waiting for the database: {}", firstAnswer);
        try (Lobby lobby = lobby(environment)) {
            @Nullable String away = firstAnswer;
            for (int failures = 1; away != null; failures++) {
                lobby.waitingFor(away);
                Thread.sleep(WAITING.after(failures));
                away = checks.databaseAway();
            }
        } catch (IOException taken) {
            throw new WrongConfiguration("server.port " + port(environment) + " is taken: " + taken.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the database", stopping);
        }
        LOG.info("the database answers");
    }

    private static Lobby lobby(Environment environment) throws IOException {
        return Lobby.open(environment.getProperty("server.address", InetAddress.class), port(environment));
    }

    private static int port(Environment environment) {
        return environment.getProperty("server.port", Integer.class, 8080);
    }
}

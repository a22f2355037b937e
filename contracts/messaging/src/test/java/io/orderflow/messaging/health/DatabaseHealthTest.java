package io.orderflow.messaging.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

@Timeout(20)
class DatabaseHealthTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile boolean away;
    private Duration limit = Duration.ofSeconds(10);

    @Test
    void a_database_that_answers_is_up_and_its_connection_is_kept() {
        DatabaseHealth health = health(this::connection);

        for (int second = 0; second < 5; second++) {
            assertThat(at(second, health)).isEqualTo(Health.up().build());
        }
        assertThat(opened).hasValue(1);
    }

    @Test
    void one_that_refuses_is_told_at_once_and_down_after_ten_seconds() {
        away = true;
        DatabaseHealth health = health(this::connection);

        at(0, health);
        Health hiccup = at(9, health);
        assertThat(hiccup.getStatus()).isEqualTo(Status.UP);
        assertThat(hiccup.getDetails()).containsEntry("away", "PT9S").containsEntry("because", "refused");
        assertThat(at(10, health).getStatus()).isEqualTo(Status.DOWN);

        away = false;
        assertThat(at(11, health).getStatus()).isEqualTo(Status.DOWN);
        assertThat(at(12, health)).isEqualTo(Health.up().build());
    }

    @Test
    void it_is_looked_for_once_a_second_however_many_ask() {
        away = true;
        DatabaseHealth health = health(this::connection);
        for (int i = 0; i < 5; i++) {
            at(1, health);
        }

        assertThat(opened).hasValue(1);
    }

    @Test
    void one_that_says_nothing_is_not_waited_for_and_down_after_ten_seconds() {
        limit = Duration.ofMillis(50);
        var end = new CountDownLatch(1);
        DatabaseHealth health = health(() -> {
            try {
                end.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            throw new SQLException("too late");
        });

        long before = System.nanoTime();
        assertThat(at(0, health).getStatus()).isEqualTo(Status.UP);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        Health silent = at(10, health);
        assertThat(silent.getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(silent.getDetails().get("because"))).startsWith("no answer within");
        end.countDown();
    }

    private Connection connection() throws SQLException {
        opened.incrementAndGet();
        if (away) {
            throw new SQLException("refused");
        }
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, _) -> method.getName().equals("isValid") ? !away : null);
    }

    private DatabaseHealth health(DatabaseProbe.Opening opening) {
        return new DatabaseHealth(new DatabaseProbe(opening), new Steady(Duration.ofSeconds(10), 2), now::get, limit);
    }

    private Health at(int second, DatabaseHealth health) {
        now.set(Duration.ofSeconds(second).toNanos());
        return health.health();
    }
}

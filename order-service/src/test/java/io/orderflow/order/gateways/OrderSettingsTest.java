package io.orderflow.order.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.order.domain.Patience;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OrderSettingsTest {
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Patiences.class);

    @Test
    void an_order_is_waited_for_a_quarter_of_an_hour() {
        runner.run(context -> assertThat(context.getBean(Patience.class))
                .isEqualTo(new Patience(
                        Duration.ofMinutes(15),
                        List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10)))));
    }

    @Test
    void what_is_set_counts() {
        runner.withPropertyValues("orderflow.order.deadline=1h", "orderflow.order.redrive=5s")
                .run(context -> assertThat(context.getBean(Patience.class))
                        .isEqualTo(new Patience(Duration.ofHours(1), List.of(Duration.ofSeconds(5)))));
    }

    @ParameterizedTest
    @CsvSource({
        "deadline, 0s, deadline, must be positive",
        "deadline, -15m, deadline, must be positive",
        "deadline, 9999d, deadline, must be at most 3650d",
        "deadline, soon, deadline, soon",
        "redrive, '', redrive, must have at least one duration",
        "redrive, '0s,2m', redrive[0], must be positive",
        "redrive, '30s,9999d', redrive[1], must be at most 3650d",
        "redrive, '2m,30s', redrive, must be ascending",
        "redrive, '30s,30s', redrive, must be ascending",
        "redrive, '30s,later', redrive, later",
        "redrives-per-second, 0, redrivesPerSecond, must be at least 1",
        "shed.outbox-backlog, 0, shed.outboxBacklog, must be at least 1",
        "shed.outbox-backlog, 100000, shed.outboxBacklog, must be below 100000",
        "shed.outbox-age, 0s, shed.outboxAge, must be positive",
        "shed.open-orders, -1, shed.openOrders, must be at least 1",
        "shed.open-order, 1, shed.open-order, orderflow.order",
        "dead-line-after, 15m, dead-line-after, orderflow.order"
    })
    void a_wrong_setting_is_refused_by_its_name(String property, String value, String named, String why) {
        runner.withPropertyValues("orderflow.order." + property + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("orderflow.order")
                        .hasStackTraceContaining(named)
                        .hasStackTraceContaining(why));
    }
}

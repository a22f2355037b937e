package io.orderflow.sample;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.InventoryReleased;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.test.BrokerAndDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Timeout(60)
class LeavingTest {
    private static final Duration LEAVE = Duration.ofSeconds(4);

    private final ConfigurableApplicationContext service = new SpringApplicationBuilder(
                    SampleService.class, BrokerAndDatabase.class)
            .run(
                    "--server.port=0",
                    "--orderflow.leave=" + LEAVE.toMillis() + "ms",
                    "--orderflow.start.check=false",
                    "--orderflow.operator.password=test",
                    "--orderflow.operations.passwords.operations=test");

    private final String address =
            "http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port");

    private final JdbcConnectionDetails database = service.getBean(JdbcConnectionDetails.class);

    private record Answer(int status, boolean close) {}

    @Test
    void it_says_that_it_leaves_and_goes_on_for_a_while_and_nobody_meets_a_closed_socket() throws Exception {
        try (HttpClient keptAlive = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            eventually(() -> assertThat(get(keptAlive, "readiness").status()).isEqualTo(200));
            long asked = System.nanoTime();
            Future<List<Answer>> requests = threads.submit(untilToldToClose(keptAlive));
            Future<?> end = threads.submit(service::close);

            try (HttpClient router = HttpClient.newHttpClient()) {
                eventually(() -> assertThat(get(router, "readiness").status()).isEqualTo(503));
                say();
                Answer afterwards = get(router, "liveness");
                assertThat(afterwards.status()).isEqualTo(200);
                assertThat(afterwards.close()).isTrue();
            }

            assertThat(requests.get()).extracting(Answer::status).containsOnly(200);
            assertThat(requests.get().getLast().close()).isTrue();
            end.get();
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(LEAVE);
            assertThat(unpublished()).isZero();
        }
    }

    private Callable<List<Answer>> untilToldToClose(HttpClient client) {
        return () -> {
            var answers = new ArrayList<Answer>();
            do {
                answers.add(get(client, "liveness"));
            } while (!answers.getLast().close());
            return answers;
        };
    }

    private Answer get(HttpClient client, String probe) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/actuator/health/" + probe));
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean close = response.headers().allValues("Connection").contains("close");
        return new Answer(response.statusCode(), close);
    }

    private void say() {
        var fact = new InventoryReleased(UUID.randomUUID(), Instant.EPOCH, List.of());
        var transactions = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        transactions.executeWithoutResult(_ -> service.getBean(Events.class).say(fact));
    }

    private long unpublished() throws Exception {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var found = connection
                        .createStatement()
                        .executeQuery("select count(*) from outbox where published_at is null")) {
            found.next();
            return found.getLong(1);
        }
    }
}

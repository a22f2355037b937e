package io.orderflow.order;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.order.Counter.request;
import static io.orderflow.order.Shop.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.events.PaymentFailed;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.order.Counter.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@WholeService
@TestPropertySource(
        properties = {
            "orderflow.order.shed.outbox-backlog=5",
            "orderflow.order.shed.outbox-age=1h",
            "orderflow.order.shed.open-orders=3"
        })
class SheddingTest {
    private static final String NOBODYS = "NO-SUCH";

    private final FactsOnTheWire facts;
    private final Shop shop;
    private final Counter counter;
    private final String mug;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MeterRegistry meters;

    SheddingTest(@Autowired FactsOnTheWire facts, @Autowired RestTestClient http) {
        this.facts = facts;
        this.shop = Shop.open(facts, http);
        this.counter = shop.counter();
        this.mug = shop.sells("MUG", euros("12.90"));
    }

    @Test
    void with_too_many_open_orders_no_other_is_accepted_until_some_have_ended() {
        String key = UUID.randomUUID().toString();
        Answer first = counter.place(request(mug, 1), key);
        var open = new ArrayList<>(List.of(first));
        for (int i = 1; i < 4; i++) {
            open.add(counter.place(request(mug, 1)));
        }
        assertThat(open).extracting(Answer::status).containsOnly(202);
        double before = shed("open-orders");

        itIsFull();
        long orders = count("orders");
        String refused = UUID.randomUUID().toString();
        counter.place(request(mug, 1), refused).isProblem(503, "overloaded");

        assertThat(count("orders")).isEqualTo(orders);
        assertThat(count("idempotency_key where key = '" + refused + "'")).isZero();
        assertThat(shed("open-orders")).isGreaterThan(before);
        assertThat(counter.place(request(mug, 1), key).body()).isEqualTo(first.body());
        assertThat(shop.status(first)).isEqualTo("PENDING");
        assertThat(counter.cancel(first).status()).isEqualTo(202);

        for (Answer one : open.subList(1, open.size())) {
            facts.arrive(new PaymentFailed(
                    UUID.fromString(one.text("/orderId")), shop.later(1), euros("12.90"), "card-declined"));
        }
        thereIsRoom();
        assertThat(counter.place(request(mug, 1), refused).status()).isEqualTo(202);
    }

    @Test
    void while_much_waits_to_be_said_no_order_is_accepted() {
        waits(6, "1 minute");
        itIsFull();
        assertThat(shed("outbox-backlog")).isPositive();

        jdbc.update("delete from outbox where retry_at is not null");
        thereIsRoom();
    }

    @Test
    void while_something_waits_too_long_to_be_said_no_order_is_accepted() {
        waits(1, "59 minutes");
        thereIsRoom();
        waits(1, "61 minutes");
        itIsFull();
        assertThat(shed("outbox-age")).isPositive();

        jdbc.update("delete from outbox where retry_at is not null");
        thereIsRoom();
    }

    @Test
    void a_fact_that_the_broker_refuses_stops_nobody() {
        waits(1, "61 minutes");
        itIsFull();
        jdbc.update("update outbox set last_error = 'no queue takes it' where retry_at is not null");

        thereIsRoom();
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .untilAsserted(() -> counter.place(request(NOBODYS, 1)).isProblem(422, "unknown-product"));
        jdbc.update("delete from outbox where retry_at is not null");
    }

    private void waits(int facts, String since) {
        jdbc.update("""
                insert into outbox (event_id, subject, routing_key, payload, created_at, retry_at)
                select gen_random_uuid(), n::text, 'v1.order.failed', '{}', now() - ?::interval, now() + interval '1 day'
                from generate_series(1, ?) as n""", since, facts);
    }

    /// A request that would be refused anyway shows whether it comes so far.
    private void itIsFull() {
        eventually(() -> {
            Answer answer = counter.place(request(NOBODYS, 1));
            answer.isProblem(503, "overloaded");
            assertThat(Integer.parseInt(answer.headers().get("Retry-After"))).isBetween(3, 8);
        });
    }

    private void thereIsRoom() {
        eventually(() -> counter.place(request(NOBODYS, 1)).isProblem(422, "unknown-product"));
    }

    private double shed(String limit) {
        return meters.get("orderflow.orders.shed").tag("limit", limit).counter().count();
    }

    private long count(String from) {
        Long count = jdbc.queryForObject("select count(*) from " + from, Long.class);
        return count == null ? -1 : count;
    }
}

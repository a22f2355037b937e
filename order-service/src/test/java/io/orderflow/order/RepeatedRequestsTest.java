package io.orderflow.order;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.order.Counter.request;
import static io.orderflow.order.Shop.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.ProductPriceUpdated;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.order.Counter.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@WholeService
class RepeatedRequestsTest {
    private final String key = UUID.randomUUID().toString();
    private final FactsOnTheWire facts;
    private final Shop shop;
    private final Counter counter;
    private final String mug;

    @Autowired
    private DataSource database;

    RepeatedRequestsTest(@Autowired FactsOnTheWire facts, @Autowired RestTestClient http) {
        this.facts = facts;
        this.shop = Shop.open(facts, http);
        this.counter = shop.counter();
        this.mug = shop.sells("MUG", euros("12.90"));
    }

    @Test
    void twenty_times_the_same_request_at_once_is_one_order() throws Exception {
        List<Callable<Answer>> requests = Collections.nCopies(20, () -> counter.place(request(mug, 2), key));
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).extracting(Answer::status).contains(202).isSubsetOf(202, 409);
        Answer again = counter.place(request(mug, 2), key);
        for (Answer answer : answers) {
            if (answer.status() == 409) {
                answer.isProblem(409, "idempotency-key-in-flight");
            } else {
                assertThat(answer.body()).isEqualTo(again.body());
            }
        }
        eventually(() -> assertThat(facts.said())
                .filteredOn(heard -> heard.fact() instanceof OrderCreated created
                        && created.lines().getFirst().sku().equals(mug))
                .singleElement()
                .satisfies(heard -> assertThat(heard.fact().subject()).isEqualTo(again.text("/orderId"))));
    }

    @Test
    void the_answer_is_the_same_however_far_the_order_has_come_and_whatever_the_price_is_now() {
        Answer first = counter.place(request(mug, 2), key);
        facts.arrive(
                new PaymentProcessed(UUID.fromString(first.text("/orderId")), shop.later(1), euros("25.80"), "ch_1"),
                new ProductPriceUpdated(mug, shop.later(1), 2, "Mug", euros("15.00")));
        eventually(() -> assertThat(shop.status(first)).isEqualTo("PAID"));
        eventually(() ->
                assertThat(shop.product(mug).at("/price/amount").asString("")).isEqualTo("15.00"));

        Answer second = counter.place(request(mug, 2), key);

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers()).containsEntry("Location", "/orders/" + first.text("/orderId"));
    }

    @Test
    void a_key_is_for_one_request_only() {
        counter.place(request(mug, 2), key);

        counter.place(request(mug, 3), key).isProblem(422, "idempotency-key-reused");
    }

    @Test
    void a_refused_request_does_not_use_its_key_up() {
        counter.place(request("NO-SUCH", 2), key).isProblem(422, "unknown-product");

        assertThat(counter.place(request(mug, 2), key).status()).isEqualTo(202);
    }

    @Test
    void while_the_first_request_is_being_answered_the_second_is_asked_to_come_again() throws SQLException {
        try (Connection another = database.getConnection()) {
            another.setAutoCommit(false);
            try (var lock = another.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, key);
                lock.execute();
            }
            counter.place(request(mug, 2), key).isProblem(409, "idempotency-key-in-flight");
            another.rollback();
        }

        assertThat(counter.place(request(mug, 2), key).status()).isEqualTo(202);
    }

    @Test
    void without_a_key_every_request_is_a_new_order() {
        assertThat(counter.place(request(mug, 2)).text("/orderId"))
                .isNotEqualTo(counter.place(request(mug, 2)).text("/orderId"));
    }

    @Test
    void a_key_that_is_empty_or_too_long_is_refused_by_its_name() {
        for (String wrong : List.of("", "x".repeat(256))) {
            counter.place(request(mug, 2), wrong).names(400, "invalid-request", "Idempotency-Key");
        }
        String longest = key + "x".repeat(255 - key.length());
        assertThat(counter.place(request(mug, 2), longest).status()).isEqualTo(202);
    }
}

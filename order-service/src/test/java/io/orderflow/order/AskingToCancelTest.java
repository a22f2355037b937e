package io.orderflow.order;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.order.Counter.cancellation;
import static io.orderflow.order.Counter.request;
import static io.orderflow.order.Counter.texts;
import static io.orderflow.order.Shop.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderShipped;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.order.Counter.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@WholeService
class AskingToCancelTest {
    private final FactsOnTheWire facts;
    private final Shop shop;
    private final Counter counter;
    private final String mug;

    private Answer placed;
    private UUID id;

    AskingToCancelTest(@Autowired FactsOnTheWire facts, @Autowired RestTestClient http) {
        this.facts = facts;
        this.shop = Shop.open(facts, http);
        this.counter = shop.counter();
        this.mug = shop.sells("MUG", euros("12.90"));
    }

    @BeforeEach
    void placeAnOrder() {
        placed = counter.place(request(mug, 2));
        id = id(placed);
    }

    @Test
    void asked_again_the_answer_is_the_same_and_nothing_is_said_twice() {
        Answer first = counter.cancel(placed);
        Answer again = counter.post(cancellation(placed) + "?token=" + placed.text("/accessToken"), "{}");
        Answer operator = counter.postAsOperator(cancellation(placed));

        for (Answer repeated : List.of(again, operator)) {
            assertThat(repeated.status()).isEqualTo(202);
            assertThat(repeated.body()).isEqualTo(first.body());
        }
        assertSaidOnce();
    }

    @Test
    void whoever_has_neither_token_nor_log_in_finds_no_order() {
        String path = cancellation(placed);
        String token = placed.text("/accessToken");
        for (Answer refused : List.of(
                counter.post(path, null),
                counter.post(path, null, "Order-Token", "guess"),
                counter.post("/orders/" + UUID.randomUUID() + "/cancellation", null, "Order-Token", token),
                counter.post("/orders/nonsense/cancellation", null, "Order-Token", token),
                counter.postAsOperator("/orders/" + UUID.randomUUID() + "/cancellation"))) {
            refused.isProblem(404, "no-such-order");
        }
        assertThat(counter.order(placed).has("cancellation")).isFalse();
    }

    @Test
    void the_operator_asks_in_the_operators_name() {
        assertThat(counter.postAsOperator(cancellation(placed)).text("/cancellation/reason"))
                .isEqualTo("requested-by-operator");
    }

    @Test
    void a_page_of_another_site_does_not_ask_with_the_operators_log_in() {
        String path = cancellation(placed);
        counter.postAsOperator(path, "Sec-Fetch-Site", "cross-site").isProblem(403, "other-site");
        counter.postAsOperator(path, "Origin", "https://evil.example").isProblem(403, "other-site");
        counter.postAsOperator(path, "Origin", "null").isProblem(403, "other-site");
        assertThat(counter.order(placed).has("cancellation")).isFalse();

        assertThat(counter.postAsOperator(path, "Sec-Fetch-Site", "same-origin").status())
                .isEqualTo(202);
    }

    @Test
    void there_is_nothing_to_be_said_in_the_body() {
        String path = cancellation(placed) + "?token=" + placed.text("/accessToken");

        counter.post(path, "{\"reason\":\"requested-by-operator\"}").names(400, "invalid-request", "reason");
        counter.post(path, "[]").isProblem(400, "unreadable-body");
        assertThat(counter.order(placed).has("cancellation")).isFalse();
        assertThat(counter.post(path, "{}").status()).isEqualTo(202);
    }

    @Test
    void many_requests_at_once_are_one() throws Exception {
        for (Answer answer : atOnce(Collections.nCopies(12, () -> counter.cancel(placed)))) {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo(counter.cancel(placed).body());
        }
        assertSaidOnce();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void a_request_that_races_with_the_carrier_is_refused_either_way(int round) throws Exception {
        Callable<Answer> cancel = () -> counter.cancel(placed);
        Callable<Answer> ship = () -> {
            facts.arrive(new OrderShipped(id, shop.later(round), "PostHorn", "PH-1"));
            return placed;
        };

        Answer answer = atOnce(round % 2 == 0 ? List.of(cancel, ship) : List.of(ship, cancel))
                .get(round % 2 == 0 ? 0 : 1);

        eventually(() -> assertThat(shop.status(placed)).isEqualTo("SHIPPED"));
        assertThat(answer.status()).isIn(202, 409);
        int asked = answer.status() == 202 ? 1 : 0;
        assertThat(counter.order(placed).at("/cancellation/outcome").asString(""))
                .isEqualTo(asked == 1 ? "REFUSED" : "");
        assertThat(Collections.frequency(types(), "cancellation-too-late")).isEqualTo(asked);
        eventually(() ->
                assertThat(facts.said(OrderCancellationRequested.class, id)).hasSize(asked));
    }

    /// Claims that the request was said once, when all that was said by then is on the wire.
    private void assertSaidOnce() {
        Answer other = counter.place(request(mug, 1));
        counter.cancel(other);
        eventually(() -> assertThat(facts.said(OrderCancellationRequested.class, id(other)))
                .hasSize(1));
        eventually(() ->
                assertThat(facts.said(OrderCancellationRequested.class, id)).hasSize(1));
        assertThat(types()).containsOnlyOnce("v1.order.cancellation-requested");
    }

    private List<String> types() {
        return texts(counter.order(placed).path("timeline"), "type");
    }

    private static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static UUID id(Answer placed) {
        return UUID.fromString(placed.text("/orderId"));
    }
}

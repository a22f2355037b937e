package io.orderflow.order;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.order.Counter.request;
import static io.orderflow.order.Counter.texts;
import static io.orderflow.order.Shop.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.PaymentFailed;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.order.Counter.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@WholeService
class LookingAtOrdersTest {
    private final FactsOnTheWire facts;
    private final Shop shop;
    private final Counter counter;
    private final String mug;

    LookingAtOrdersTest(@Autowired FactsOnTheWire facts, @Autowired RestTestClient http) {
        this.facts = facts;
        this.shop = Shop.open(facts, http);
        this.counter = shop.counter();
        this.mug = shop.sells("MUG", euros("12.90"));
    }

    @Test
    void an_order_opens_to_its_token_and_the_operator() {
        Answer placed = counter.place(request(mug, 2));
        String path = "/orders/" + placed.text("/orderId");

        for (Answer shown : List.of(
                counter.get(path, "Order-Token", placed.text("/accessToken")),
                counter.get(path + "?token=" + placed.text("/accessToken")),
                counter.asOperator(path))) {
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.text("/orderId")).isEqualTo(placed.text("/orderId"));
            assertThat(shown.headers()).containsEntry("Cache-Control", "no-store");
        }
    }

    @Test
    void to_all_others_it_looks_as_if_it_were_not_there() {
        Answer placed = counter.place(request(mug, 2));
        Answer other = counter.place(request(mug, 2));
        String path = "/orders/" + placed.text("/orderId");

        for (Answer refused : List.of(
                counter.get(path),
                counter.get(path, "Order-Token", other.text("/accessToken")),
                counter.get(path, "Order-Token", ""),
                counter.get(path + "?token=guess"),
                counter.get("/orders/" + UUID.randomUUID(), "Order-Token", placed.text("/accessToken")),
                counter.get("/orders/nonsense"),
                counter.asOperator("/orders/nonsense"),
                counter.asOperator("/orders/" + UUID.randomUUID()))) {
            refused.isProblem(404, "no-such-order");
        }
    }

    @Test
    void the_operator_pages_through_all_orders_from_the_newest_on() {
        var placed = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            placed.add(counter.place(request(mug, 1)).text("/orderId"));
        }

        List<String> all = everyPage("/orders?limit=3");

        // Ids sort by the time they were made.
        assertThat(all).containsAll(placed).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(everyPage("/orders?limit=200")).isEqualTo(all);
    }

    @Test
    void a_status_narrows_the_list_and_its_entries_tell_the_most_important() {
        Answer pending = counter.place(request(mug, 1));
        Answer declined = counter.place(request(mug, 2));
        UUID id = UUID.fromString(declined.text("/orderId"));
        facts.arrive(new PaymentFailed(id, shop.later(1), euros("25.80"), "card-declined"));
        eventually(() -> assertThat(shop.status(declined)).isEqualTo("FAILED"));

        assertThat(everyPage("/orders?limit=2&status=FAILED"))
                .contains(id.toString())
                .doesNotContain(pending.text("/orderId"));
        assertThat(everyPage("/orders?limit=2&status=PENDING"))
                .contains(pending.text("/orderId"))
                .doesNotContain(id.toString());
        Answer newest = counter.asOperator("/orders?status=FAILED&limit=1");
        assertThat(newest.text("/orders/0/orderId")).isEqualTo(id.toString());
        assertThat(newest.text("/orders/0/reason")).isEqualTo("card-declined");
        assertThat(newest.text("/orders/0/total/amount")).isEqualTo("25.80");
        assertThat(newest.body().at("/orders/0").propertyNames())
                .containsExactlyInAnyOrder("orderId", "status", "reason", "total", "placedAt");
    }

    @Test
    void the_list_is_the_operators() {
        counter.get("/orders").isProblem(401, "log-in-required");
    }

    @Test
    void a_page_that_cannot_be_is_refused() {
        counter.asOperator("/orders?after=nonsense").isProblem(400, "bad-cursor");
        counter.asOperator("/orders?after=AAAA").isProblem(400, "bad-cursor");
        counter.asOperator("/orders?after=").isProblem(400, "bad-cursor");
        counter.asOperator("/orders?limit=0").names(400, "invalid-request", "limit");
        counter.asOperator("/orders?limit=201").names(400, "invalid-request", "limit");
        counter.asOperator("/orders?limit=many").names(400, "invalid-request", "limit");
        counter.asOperator("/orders?status=LOST").names(400, "invalid-request", "status");
    }

    private List<String> everyPage(String path) {
        var seen = new ArrayList<String>();
        for (String next = path; !next.isEmpty(); ) {
            Answer page = counter.asOperator(next);
            assertThat(page.status()).isEqualTo(200);
            seen.addAll(texts(page.body().path("orders"), "orderId"));
            next = page.body().has("next") ? path + "&after=" + page.text("/next") : "";
        }
        return seen;
    }
}

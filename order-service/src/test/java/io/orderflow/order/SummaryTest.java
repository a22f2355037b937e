package io.orderflow.order;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.order.Counter.request;
import static io.orderflow.order.Shop.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Money;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.ShippingFailed;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.order.Counter.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@WholeService
class SummaryTest {
    private final FactsOnTheWire facts;
    private final Shop shop;
    private final Counter counter;

    SummaryTest(@Autowired FactsOnTheWire facts, @Autowired RestTestClient http) {
        this.facts = facts;
        this.shop = Shop.open(facts, http);
        this.counter = shop.counter();
    }

    @Test
    void all_orders_are_counted_and_summed_by_status_and_currency() {
        JsonNode before = summary("");
        String mug = shop.sells("MUG", euros("12.90"));
        String sushi = shop.sells("SUSHI", new Money("JPY", new BigDecimal("900")));
        counter.place(request(mug, 1));
        counter.place(request(sushi, 2));
        Answer cancelling = counter.place(request(mug, 1));
        counter.cancel(cancelling);
        Answer failed = counter.place(request(mug, 3));
        Answer failing = counter.place(request(mug, 2));
        facts.arrive(
                new PaymentFailed(id(failed), shop.later(1), euros("38.70"), "card-declined"),
                new ShippingFailed(id(failing), shop.later(1), "address-refused"));
        eventually(() -> assertThat(shop.status(failing)).isEqualTo("COMPENSATING"));
        eventually(() -> assertThat(shop.status(failed)).isEqualTo("FAILED"));

        JsonNode after = summary("");

        assertThat(more(before, after, "/orders")).isEqualTo(5);
        assertThat(more(before, after, "/byStatus/PENDING")).isEqualTo(3);
        assertThat(more(before, after, "/byStatus/FAILED")).isEqualTo(1);
        assertThat(more(before, after, "/byStatus/COMPENSATING")).isEqualTo(1);
        assertThat(after.at("/byStatus/DELIVERED").isNumber()).isTrue();
        assertThat(more(before, after, "/owed/DECISION")).isEqualTo(1);
        assertThat(more(before, after, "/owed/REFUND")).isEqualTo(1);
        assertThat(more(before, after, "/owed/RELEASE")).isEqualTo(1);
        assertThat(total(after, "PENDING", "EUR").subtract(total(before, "PENDING", "EUR")))
                .isEqualByComparingTo("25.80");
        assertThat(total(after, "PENDING", "JPY").subtract(total(before, "PENDING", "JPY")))
                .isEqualByComparingTo("1800");
        assertThat(total(after, "FAILED", "EUR").subtract(total(before, "FAILED", "EUR")))
                .isEqualByComparingTo("38.70");
    }

    @Test
    void until_leaves_out_the_orders_that_were_placed_then_or_later() {
        String mug = shop.sells("MUG", euros("12.90"));
        counter.place(request(mug, 1));
        Answer last = counter.place(request(mug, 1));
        Instant placedAt = Instant.parse(counter.order(last).path("placedAt").asString());

        JsonNode then = summary("?until=" + placedAt);
        JsonNode later = summary("?until=" + placedAt.plusMillis(1));

        assertThat(then.path("until").asString()).isEqualTo(placedAt.toString());
        assertThat(more(then, later, "/orders")).isGreaterThanOrEqualTo(1);
        assertThat(summary("?until=2000-01-01T00:00:00Z").toString())
                .contains("\"orders\":0", "\"PENDING\":0", "\"DECISION\":0", "\"totals\":[]");
    }

    @Test
    void it_is_the_operators() {
        counter.get("/orders/summary").isProblem(401, "log-in-required");
        counter.get("/orders/summary?token=guess").isProblem(401, "log-in-required");
        counter.asOperator("/orders/summary?until=yesterday").names(400, "invalid-request", "until");
    }

    private JsonNode summary(String query) {
        Answer summary = counter.asOperator("/orders/summary" + query);
        assertThat(summary.status()).isEqualTo(200);
        return summary.body();
    }

    private static long more(JsonNode before, JsonNode after, String pointer) {
        return after.at(pointer).asLong() - before.at(pointer).asLong();
    }

    private static BigDecimal total(JsonNode summary, String status, String currency) {
        return summary.path("totals")
                .valueStream()
                .filter(total -> total.path("status").asString().equals(status)
                        && total.at("/total/currency").asString().equals(currency))
                .map(total -> new BigDecimal(total.at("/total/amount").asString()))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static UUID id(Answer placed) {
        return UUID.fromString(placed.text("/orderId"));
    }
}

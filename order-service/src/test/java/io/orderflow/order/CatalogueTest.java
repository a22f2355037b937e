package io.orderflow.order;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.order.Counter.and;
import static io.orderflow.order.Counter.request;
import static io.orderflow.order.Shop.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.InventoryReplenished;
import io.orderflow.events.Money;
import io.orderflow.events.ProductListed;
import io.orderflow.events.ProductPriceUpdated;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.order.Counter.Answer;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@WholeService
class CatalogueTest {
    private final FactsOnTheWire facts;
    private final Shop shop;
    private final Counter counter;
    private final String mug;

    CatalogueTest(@Autowired FactsOnTheWire facts, @Autowired RestTestClient http) {
        this.facts = facts;
        this.shop = Shop.open(facts, http);
        this.counter = shop.counter();
        this.mug = shop.sells("MUG", euros("12.90"));
    }

    @Test
    void everyone_sees_what_is_for_sale() {
        Answer products = counter.get("/products");

        assertThat(products.status()).isEqualTo(200);
        assertThat(shop.product(mug).toString())
                .isEqualTo(
                        "{\"sku\":\"" + mug
                                + "\",\"name\":\"MUG\",\"price\":{\"currency\":\"EUR\",\"amount\":\"12.90\"},\"available\":10}");
    }

    @Test
    void a_new_price_holds_for_the_orders_that_come_after_it() {
        Answer before = counter.place(request(mug, 2));
        facts.arrive(new ProductPriceUpdated(mug, shop.later(1), 2, "Mug", euros("13.05")));
        eventually(() -> assertThat(price(mug)).isEqualTo("13.05"));

        assertThat(counter.place(request(mug, 2)).text("/total/amount")).isEqualTo("26.10");
        assertThat(counter.order(before).at("/total/amount").asString()).isEqualTo("25.80");
        assertThat(counter.order(before).at("/lines/0/unitPrice/amount").asString())
                .isEqualTo("12.90");
    }

    @Test
    void a_listing_that_comes_after_its_change_of_price_does_not_undo_it() {
        String tea = Shop.newSku("TEA");
        facts.arrive(
                new InventoryReplenished(tea, shop.later(3), UUID.randomUUID(), 5, 12),
                new ProductPriceUpdated(tea, shop.later(2), 2, "Green tea", euros("4.50")));
        facts.arrive(new ProductListed(tea, shop.later(1), 1, "Tea", euros("4.00"), 7));
        // Listed after them: when this one is there, those were heard.
        shop.sells("TEA", euros("4.00"));
        eventually(() -> assertThat(shop.product(tea).isObject()).isTrue());

        JsonNode listed = shop.product(tea);
        assertThat(listed.path("name").asString()).isEqualTo("Green tea");
        assertThat(price(tea)).isEqualTo("4.50");
        assertThat(listed.path("available").asInt()).isEqualTo(12);
        assertThat(counter.place(request(tea, 2)).text("/total/amount")).isEqualTo("9.00");
    }

    @Test
    void what_is_not_in_the_price_list_cannot_be_ordered_and_is_named() {
        String counted = Shop.newSku("COUNTED");
        facts.arrive(new InventoryReplenished(counted, shop.opened(), UUID.randomUUID(), 5, 5));
        shop.sells("TEA", euros("4.00"));

        counter.place(and(and(request(mug, 1), "NO-SUCH", 1), counted, 1))
                .names(422, "unknown-product", "lines[1].sku", "lines[2].sku");
    }

    @Test
    void an_order_is_in_one_currency_whichever_it_is() {
        String sushi = shop.sells("SUSHI", new Money("JPY", new BigDecimal("900")));

        counter.place(and(request(mug, 1), sushi, 1)).names(422, "several-currencies", "lines[1].sku");
        Answer placed = counter.place(request(sushi, 2));
        assertThat(counter.order(placed).path("total").toString())
                .isEqualTo("{\"currency\":\"JPY\",\"amount\":\"1800\"}");
    }

    private String price(String sku) {
        return shop.product(sku).at("/price/amount").asString("");
    }
}

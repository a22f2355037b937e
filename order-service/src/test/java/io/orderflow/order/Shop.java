package io.orderflow.order;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Money;
import io.orderflow.events.ProductListed;
import io.orderflow.messaging.test.FactsOnTheWire;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A shop that has opened: inventory lists its products, and customers come to the counter.
record Shop(FactsOnTheWire facts, Counter counter, Instant opened) {
    static Shop open(FactsOnTheWire facts, RestTestClient http) {
        return new Shop(facts, new Counter(http), Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /// A product of this kind that nobody has heard of.
    static String newSku(String kind) {
        return kind + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    static Money euros(String amount) {
        return new Money("EUR", new BigDecimal(amount));
    }

    /// A product of its own for a test, on sale at this price.
    String sells(String kind, Money price) {
        String sku = newSku(kind);
        facts.arrive(new ProductListed(sku, opened, 1, kind, price, 10));
        eventually(() -> assertThat(product(sku).isObject()).isTrue());
        return sku;
    }

    /// A product as everyone sees it; missing if it is not for sale.
    JsonNode product(String sku) {
        return counter.get("/products")
                .body()
                .valueStream()
                .filter(one -> one.path("sku").asString("").equals(sku))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    String status(Counter.Answer placed) {
        return counter.order(placed).path("status").asString("");
    }

    Instant later(int seconds) {
        return opened.plusSeconds(seconds);
    }
}

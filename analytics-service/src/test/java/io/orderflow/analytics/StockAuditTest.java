package io.orderflow.analytics;

import static io.orderflow.messaging.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.AuditFact;
import io.orderflow.events.DiscrepancyFound;
import io.orderflow.events.DiscrepancyResolved;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryReplenished;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.ProductListed;
import io.orderflow.events.StockLine;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// The auditor of the stock, in a hurry.
@ServiceTest
@TestPropertySource(
        properties = {
            "orderflow.analytics.audit.quiet=200ms",
            "orderflow.analytics.audit.stock-every=200ms",
            "orderflow.analytics.audit.undecided=365d"
        })
class StockAuditTest {
    private static final Money PRICE = new Money("EUR", new BigDecimal("12.90"));

    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private JdbcClient jdbc;

    private final Instant start = Instant.now().minusSeconds(600);

    @Test
    void goods_that_were_never_there_are_a_discrepancy_until_they_are_put_back() {
        String sku = "OVERSOLD";
        UUID order = Ids.next();

        facts.arrive(listed(sku, 10), deducted(Ids.next(), sku, 6, 10), deducted(order, sku, 6, 20));

        eventually(() -> assertThat(facts.said(DiscrepancyFound.class, sku))
                .extracting(heard -> heard.fact().rule())
                .containsExactly("stock-balances"));

        facts.arrive(new InventoryReleased(order, start.plusSeconds(30), List.of(new StockLine(sku, 6))));

        eventually(() -> assertThat(facts.said(DiscrepancyResolved.class, sku)).hasSize(1));
        assertThat(facts.said(AuditFact.class, sku)).hasSize(2);
    }

    @Test
    void what_is_said_again_under_another_id_moves_nothing_twice() {
        String sku = "REPEATED";
        var deducted = deducted(Ids.next(), sku, 6, 10);
        var replenished = new InventoryReplenished(sku, start.plusSeconds(60), UUID.randomUUID(), 5, 9);

        facts.arrive(listed(sku, 10), deducted, deducted, deducted, replenished, replenished);
        facts.arrive(listed(sku, 10), deducted(Ids.next(), sku, 9, 120));

        judged(sku, 4);
        assertThat(facts.said(AuditFact.class, sku)).isEmpty();
    }

    @Test
    void what_inventory_told_is_compared_with_what_moved() {
        String sku = "MISCOUNTED";

        facts.arrive(
                listed(sku, 10),
                deducted(Ids.next(), sku, 6, 10),
                new InventoryReplenished(sku, start.plusSeconds(60), UUID.randomUUID(), 5, 10));

        eventually(() -> assertThat(facts.said(DiscrepancyFound.class, sku))
                .extracting(heard -> heard.fact().detail())
                .containsExactly("After goods came in inventory told 10 pieces on hand; the facts up to then make 9."));
    }

    @Test
    void what_inventory_told_while_goods_moved_is_not_compared() {
        String sku = "CROWDED";

        facts.arrive(
                listed(sku, 10),
                deducted(Ids.next(), sku, 6, 59),
                new InventoryReplenished(sku, start.plusSeconds(60), UUID.randomUUID(), 5, 15));

        judged(sku, 3);
        assertThat(facts.said(AuditFact.class, sku)).isEmpty();
    }

    /// Waits until the product was judged with so many movements in the book, all of them quiet: another round began
    /// after that and is over.
    private void judged(String sku, int movements) {
        eventually(() -> assertThat(
                        jdbc.sql("""
                        select count(*) from stock_movement
                         where sku = :sku and heard_at < (
                           select heard_until - interval '200 milliseconds' from audit_round where name = 'stock')""").param("sku", sku).query(Integer.class).single())
                .isEqualTo(movements));
    }

    private ProductListed listed(String sku, int onHand) {
        return new ProductListed(sku, start, 1, "A product", PRICE, onHand);
    }

    private InventoryUpdated deducted(UUID order, String sku, int pieces, int second) {
        return new InventoryUpdated(order, start.plusSeconds(second), List.of(new StockLine(sku, pieces)));
    }
}

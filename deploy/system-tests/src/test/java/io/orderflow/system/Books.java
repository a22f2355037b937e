package io.orderflow.system;

import static io.orderflow.system.Shop.eventually;
import static io.orderflow.system.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.Shop.Placed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What must hold of many orders once they have ended: money, stock, and what everyone counts.
final class Books {
    private static final Set<String> ENDS = Set.of("DELIVERED", "FAILED", "CANCELLED");

    private final Shop shop;

    Books(Shop shop) {
        this.shop = shop;
    }

    /// Waits until all have ended, and looks at each: the status of each, counted.
    Map<String, Integer> balance(Collection<Placed> placed, String sku, int listed) {
        eventually(() -> assertThat(placed)
                .allSatisfy(
                        order -> assertThat(text(shop.order(order), "status")).isIn(ENDS)));
        var ends = new TreeMap<String, Integer>();
        for (Placed order : placed) {
            String status = text(shop.order(order), "status");
            ends.merge(status, 1, Integer::sum);
            List<String> moved = shop.moved(order);
            if (status.equals("DELIVERED")) {
                assertThat(moved).as("%s %s", status, order).containsExactly("CAPTURE");
            } else {
                assertThat(moved).as("%s %s", status, order).isIn(List.of(), List.of("CAPTURE", "REFUND"));
            }
        }
        assertThat(shop.onHand(sku)).isEqualTo(listed - ends.getOrDefault("DELIVERED", 0));
        return ends;
    }

    /// What analytics counts is what the owners' databases say, and no discrepancy stays.
    void agree() {
        String analytics = shop.value("ANALYTICS_URL");
        eventually(() -> {
            Http.Answer compared = shop.asOperator("POST", analytics + "/audit/comparisons", null);
            assertThat(compared.status()).as("%s", compared.body()).isEqualTo(200);
            assertThat(compared.body().path("agrees").asBoolean())
                    .as("%s", compared.body())
                    .isTrue();
        });
        eventually(() -> {
            JsonNode open = shop.read(analytics + "/audit/discrepancies?open=true");
            assertThat(open.path("discrepancies").size()).as("%s", open).isZero();
        });
    }
}

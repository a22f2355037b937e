package io.orderflow.local;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One order that the demo places, and how it must end.
///
/// @param title   what it shows
/// @param token   the test card
/// @param lines   SKU and quantity
/// @param ends    the statuses in which it may rest
/// @param charges how often the provider's ledger has the money taken
/// @param refunds how often it has the money given back
record DemoOrder(String title, String token, Map<String, Integer> lines, Set<String> ends, int charges, int refunds) {
    private static final Set<String> SHIPPED = Set.of("SHIPPED", "DELIVERED");
    private static final Set<String> FAILED = Set.of("FAILED");

    static List<DemoOrder> all() {
        return List.of(
                new DemoOrder("Two blue mugs, all goes well", "tok_approved", Map.of(Catalogue.MUG, 2), SHIPPED, 1, 0),
                new DemoOrder("The card is declined", "tok_declined", Map.of(Catalogue.MUG, 1), FAILED, 0, 0),
                new DemoOrder(
                        "Out of stock: paid, then refunded", "tok_approved", Map.of(Catalogue.LAMP, 1), FAILED, 1, 1),
                new DemoOrder("A slow payment", "tok_slow", Map.of(Catalogue.MUG, 1), SHIPPED, 1, 0),
                new DemoOrder(
                        "Two lines, all or none",
                        "tok_approved",
                        Map.of(Catalogue.MUG, 1, Catalogue.TEA, 3),
                        SHIPPED,
                        1,
                        0));
    }

    /// What `POST /orders` is told.
    Map<String, Object> request() {
        return Map.of(
                "customer", Map.of("name", "Ada Lovelace", "email", "ada@example.org"),
                "shipTo",
                        Map.of(
                                "name", "Ada Lovelace",
                                "street", "12 St James's Square",
                                "city", "London",
                                "postalCode", "SW1Y 4JH",
                                "country", "GB"),
                "payment", Map.of("token", token),
                "lines",
                        lines.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(line -> Map.of("sku", line.getKey(), "quantity", line.getValue()))
                                .toList());
    }
}

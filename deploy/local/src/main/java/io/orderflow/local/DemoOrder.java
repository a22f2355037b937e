package io.orderflow.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One order that the demo places, what comes in between, and how it must end.
///
/// @param title   what it shows
/// @param wish    what is ordered
/// @param twist   what comes in between
/// @param ends    the statuses in which it may rest
/// @param charges how often the provider's ledger has the money taken
/// @param refunds how often it has the money given back
record DemoOrder(String title, Wish wish, Twist twist, Set<String> ends, int charges, int refunds) {
    private static final Set<String> SHIPPED = Set.of("SHIPPED", "DELIVERED");
    private static final Set<String> FAILED = Set.of("FAILED");
    private static final Set<String> CANCELLED = Set.of("CANCELLED");

    /// What comes in between.
    enum Twist {
        NOTHING,
        /// The customer cancels at once, while the provider is being asked or asked to wait.
        CANCELLED_AT_ONCE,
        /// The customer cancels while the carrier is being asked.
        CANCELLED_AT_THE_CARRIER
    }

    static List<DemoOrder> all() {
        return List.of(
                new DemoOrder(
                        "Two blue mugs, all goes well",
                        Wish.of(Catalogue.MUG, 2),
                        Twist.NOTHING,
                        Set.of("DELIVERED"),
                        1,
                        0),
                new DemoOrder(
                        "The card is declined",
                        Wish.of(Catalogue.MUG, 1).paidWith("tok_declined"),
                        Twist.NOTHING,
                        FAILED,
                        0,
                        0),
                new DemoOrder(
                        "Out of stock: paid, then refunded", Wish.of(Catalogue.LAMP, 1), Twist.NOTHING, FAILED, 1, 1),
                new DemoOrder(
                        "A slow payment", Wish.of(Catalogue.MUG, 1).paidWith("tok_slow"), Twist.NOTHING, SHIPPED, 1, 0),
                new DemoOrder(
                        "Two lines, all or none",
                        new Wish(
                                "tok_approved",
                                "12 St James's Square",
                                "London",
                                "",
                                Map.of(Catalogue.MUG, 1, Catalogue.TEA, 3)),
                        Twist.NOTHING,
                        SHIPPED,
                        1,
                        0),
                new DemoOrder(
                        "The carrier refuses the address: put back and refunded",
                        Wish.of(Catalogue.MUG, 1).sentTo("1 Nowhere Lane", "London"),
                        Twist.NOTHING,
                        FAILED,
                        1,
                        1),
                new DemoOrder(
                        "Cancelled before payment, the provider being busy: never charged",
                        Wish.of(Catalogue.MUG, 1).paidWith("tok_busy"),
                        Twist.CANCELLED_AT_ONCE,
                        CANCELLED,
                        0,
                        0),
                new DemoOrder(
                        "Cancelled while the provider is being asked: late money goes back",
                        Wish.of(Catalogue.MUG, 1).paidWith("tok_slow"),
                        Twist.CANCELLED_AT_ONCE,
                        CANCELLED,
                        1,
                        1),
                new DemoOrder(
                        "Cancelled too late: the carrier is being asked already",
                        Wish.of(Catalogue.MUG, 1).sentTo("12 High Street", "Slowtown"),
                        Twist.CANCELLED_AT_THE_CARRIER,
                        SHIPPED,
                        1,
                        0),
                new DemoOrder(
                        "Not shipped within its two seconds: cancelled by its deadline",
                        Wish.of(Catalogue.MUG, 1).paidWith("tok_slow").within("PT2S"),
                        Twist.NOTHING,
                        CANCELLED,
                        1,
                        1));
    }

    /// What is ordered.
    ///
    /// @param token      the test card
    /// @param street     the test address's first line
    /// @param city       the test address's city
    /// @param shipWithin the order's own deadline, ISO 8601; empty for the usual one
    /// @param lines      SKU and quantity
    record Wish(String token, String street, String city, String shipWithin, Map<String, Integer> lines) {
        static Wish of(String sku, int quantity) {
            return new Wish("tok_approved", "12 St James's Square", "London", "", Map.of(sku, quantity));
        }

        Wish paidWith(String card) {
            return new Wish(card, street, city, shipWithin, lines);
        }

        Wish sentTo(String otherStreet, String otherCity) {
            return new Wish(token, otherStreet, otherCity, shipWithin, lines);
        }

        Wish within(String deadline) {
            return new Wish(token, street, city, deadline, lines);
        }

        /// What `POST /orders` is told.
        Map<String, Object> request() {
            var request = new HashMap<String, Object>();
            request.put("customer", Map.of("name", "Ada Lovelace", "email", "ada@example.org"));
            request.put(
                    "shipTo",
                    Map.of(
                            "name", "Ada Lovelace",
                            "street", street,
                            "city", city,
                            "postalCode", "SW1Y 4JH",
                            "country", "GB"));
            request.put("payment", Map.of("token", token));
            request.put(
                    "lines",
                    lines.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(line -> Map.of("sku", line.getKey(), "quantity", line.getValue()))
                            .toList());
            if (!shipWithin.isEmpty()) {
                request.put("shipWithin", shipWithin);
            }
            return request;
        }
    }
}

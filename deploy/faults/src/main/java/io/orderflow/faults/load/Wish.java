package io.orderflow.faults.load;

import java.util.List;
import java.util.Map;

/// What a customer wants.
///
/// @param card         the test card
/// @param street       where it goes
/// @param city         likewise
/// @param lines        what is ordered
/// @param cancelMillis how long after the order was accepted the customer wants it cancelled; negative for
///                     never
public record Wish(String card, String street, String city, List<Line> lines, int cancelMillis) {
    /// The card that pays.
    public static final String APPROVED = "tok_approved";

    static final String PLEASANT_STREET = "12 St James's Square";
    static final String REFUSED_STREET = "1 Nowhere Lane";
    static final String LONDON = "London";
    static final String SLOWTOWN = "Slowtown";
    static final int NEVER = -1;

    /// Copies the lines.
    public Wish {
        lines = List.copyOf(lines);
    }

    /// A wish that nothing stands in the way of.
    public static Wish plain(Line... lines) {
        return new Wish(APPROVED, PLEASANT_STREET, LONDON, List.of(lines), NEVER);
    }

    /// The same with another card.
    public Wish paidWith(String other) {
        return new Wish(other, street, city, lines, cancelMillis);
    }

    Wish sentTo(String otherStreet, String otherCity) {
        return new Wish(card, otherStreet, otherCity, lines, cancelMillis);
    }

    /// The same, and so long after its acceptance the customer wants it cancelled.
    public Wish cancelledAfter(int millis) {
        return new Wish(card, street, city, lines, millis);
    }

    /// The body of `POST /orders`.
    Map<String, Object> request() {
        return Map.of(
                "customer", Map.of("name", "Ada Lovelace", "email", "ada@example.org"),
                "shipTo",
                        Map.of(
                                "name", "Ada Lovelace",
                                "street", street,
                                "city", city,
                                "postalCode", "SW1Y 4JH",
                                "country", "GB"),
                "payment", Map.of("token", card),
                "lines",
                        lines.stream()
                                .map(line -> Map.of("sku", line.sku(), "quantity", line.quantity()))
                                .toList());
    }
}

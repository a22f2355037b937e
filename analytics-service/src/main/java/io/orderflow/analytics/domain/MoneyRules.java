package io.orderflow.analytics.domain;

import io.orderflow.events.Money;
import io.orderflow.events.OrderCreated;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What must hold of an order's money.
final class MoneyRules {
    private MoneyRules() {}

    static Optional<String> refundWithinCapture(OrderStory story) {
        boolean more = left(story).values().stream().anyMatch(left -> left.signum() < 0);
        return more
                ? Optional.of(
                        "Refunded were " + text(story.refunded()) + " of " + text(story.captured()) + " captured.")
                : Optional.empty();
    }

    /// An order that is shipped and of which the total was not heard cannot be judged.
    static Optional<String> balances(OrderStory story) {
        var total = story.all(OrderCreated.class).map(OrderCreated::total).findFirst();
        if (!story.shipped() && !story.undone() || story.shipped() && total.isEmpty()) {
            return Optional.empty();
        }
        Map<String, BigDecimal> due = story.shipped() ? due(total.orElseThrow()) : Map.of();
        if (same(left(story), due)) {
            return Optional.empty();
        }
        return Optional.of("Captured were " + text(story.captured()) + ", refunded " + text(story.refunded())
                + "; the difference should be " + text(due) + ".");
    }

    private static Map<String, BigDecimal> due(Money total) {
        return Map.of(total.currency(), total.amount());
    }

    /// What was captured less what was refunded, by currency.
    private static Map<String, BigDecimal> left(OrderStory story) {
        var left = new TreeMap<>(story.captured());
        story.refunded().forEach((currency, amount) -> left.merge(currency, amount.negate(), BigDecimal::add));
        return left;
    }

    /// Amounts are the same whatever their scale, and nothing is the same as zero.
    private static boolean same(Map<String, BigDecimal> some, Map<String, BigDecimal> others) {
        var difference = new TreeMap<>(some);
        others.forEach((currency, amount) -> difference.merge(currency, amount.negate(), BigDecimal::add));
        return difference.values().stream().allMatch(amount -> amount.signum() == 0);
    }

    private static String text(Map<String, BigDecimal> amounts) {
        return amounts.isEmpty()
                ? "nothing"
                : amounts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().toPlainString())
                        .sorted()
                        .collect(Collectors.joining(" and "));
    }
}

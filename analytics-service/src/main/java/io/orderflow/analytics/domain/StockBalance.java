package io.orderflow.analytics.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the facts tell of one product's stock, each counted once.
///
/// @param sku      which product
/// @param added    how many pieces were listed, came in, or were put back
/// @param deducted how many pieces were deducted for orders
/// @param told     how many there were after goods came in last, as inventory told then; null where that cannot be
///                 compared, since goods moved at about the same time
/// @param expected how many there were then by all facts up to then; null where `told` is
public record StockBalance(
        String sku,
        long added,
        long deducted,
        @Nullable Long told,
        @Nullable Long expected) {
    /// The rule's name.
    public static final String RULE = "stock-balances";

    /// What must hold, in a sentence.
    public static final String WORDS =
            "Of each product, what was listed, came in and was put back, less what was deducted, is never negative, and"
                    + " is what inventory told after goods came in.";

    /// What does not hold: at most one finding.
    public List<Finding> findings() {
        if (deducted > added) {
            return found("Deducted were " + deducted + " pieces of " + added + " that were listed, came in or were put"
                    + " back.");
        }
        if (told != null && expected != null && !told.equals(expected)) {
            return found("After goods came in inventory told " + told + " pieces on hand; the facts up to then make "
                    + expected + ".");
        }
        return List.of();
    }

    private static List<Finding> found(String detail) {
        return List.of(new Finding(RULE, detail));
    }
}

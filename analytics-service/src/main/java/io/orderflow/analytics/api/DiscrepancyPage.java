package io.orderflow.analytics.api;

import io.orderflow.analytics.gateways.Discrepancy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Some discrepancies, the newest first.
///
/// @param next what to ask for `after` to go on; null at the end
record DiscrepancyPage(
        List<Discrepancy> discrepancies, @Nullable UUID next) {
    /// @param found one more than fit on the page, if there are more
    static DiscrepancyPage of(List<Discrepancy> found, int limit) {
        var page = found.stream().limit(limit).toList();
        return new DiscrepancyPage(page, found.size() > limit ? page.getLast().id() : null);
    }
}

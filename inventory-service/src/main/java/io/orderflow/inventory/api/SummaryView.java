package io.orderflow.inventory.api;

import io.orderflow.inventory.domain.Decision;
import io.orderflow.inventory.domain.Holding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Inventory's own figures, as an auditor compares them.
///
/// @param until    orders from this instant on are not counted; null if all are
/// @param orders   how many orders there are of each decision
/// @param products where the pieces of each product are, by SKU, whatever `until` says
record SummaryView(@Nullable Instant until, Map<Decision, Long> orders, List<Holding> products) {}

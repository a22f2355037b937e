package io.orderflow.analytics.domain;

import java.util.List;
import java.util.stream.Stream;

/// Something that must always hold.
///
/// @param rule  its name, in kebab-case
/// @param words what must hold, in a sentence
public record AuditRule(String rule, String words) {
    /// The rule that the owners of figures and the counts here agree.
    public static final String FIGURES_AGREE = "figures-agree";

    /// All rules that are judged, those about orders first.
    public static List<AuditRule> all() {
        return Stream.of(
                        Stream.of(OrderRule.values()).map(rule -> new AuditRule(rule.rule(), rule.words())),
                        Stream.of(TimeRule.values()).map(rule -> new AuditRule(rule.rule(), rule.words())),
                        Stream.of(
                                new AuditRule(StockBalance.RULE, StockBalance.WORDS),
                                new AuditRule(
                                        FIGURES_AGREE,
                                        "What the other services count in their own databases is what their facts"
                                                + " amount to here.")))
                .flatMap(rules -> rules)
                .toList();
    }
}

package io.orderflow.analytics.gateways;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What of the owners' answers is compared. States that an order passes through unseen by the facts, such as a charge
/// that is open, are not; two states that the facts cannot tell apart are one figure. What has to be there and
/// is not is a `JacksonException`: a figure that nobody told is not zero.
final class Answers {
    private static final Map<String, String> PAYMENT_STATES = Map.of(
            "CAPTURED", "CAPTURED",
            "REFUNDING", "CAPTURED",
            "DECLINED", "DECLINED",
            "VOIDED", "VOIDED",
            "REFUND_FAILED", "REFUND_FAILED",
            "REFUNDED", "REFUNDED");
    private static final Set<String> DECISIONS = Set.of("DEDUCTED", "REFUSED", "RELEASED");
    private static final Set<String> SHIPMENT_STATES = Set.of("SHIPPED", "DELIVERED", "FAILED", "CANCELLED");

    private Answers() {}

    /// `{"byStatus": {"DELIVERED": 2, …}, "totals": [{"status", "total": {"currency", "amount"}}]}`.
    static Figures orders(JsonNode answer) {
        var figures = new Figures();
        answer.required("byStatus").forEachEntry((status, count) -> figures.add("orders " + status, number(count)));
        for (JsonNode sum : answer.required("totals")) {
            JsonNode total = sum.required("total");
            String name = "total " + total.path("currency").asString() + " "
                    + sum.path("status").asString();
            figures.add(name, number(total.path("amount")));
        }
        return figures;
    }

    /// `{"states": {"CAPTURED": 2, …}, "sums": [{"currency", "captured", "refunded"}]}`.
    static Figures payments(JsonNode answer) {
        var figures = new Figures();
        answer.required("states").forEachEntry((state, count) -> {
            String name = PAYMENT_STATES.get(state);
            if (name != null) {
                figures.add("payments " + name, number(count));
            }
        });
        money(figures, answer);
        return figures;
    }

    /// `{"ordersChargedMoreThanOnce": [], "ordersRefundedMoreThanOnce": [], "sums": [{"currency", "captured",
    /// "refunded"}], "settledElsewhere": [{"currency", "amount"}]}`. What a person gave back in another way is
    /// refunded, too, though the provider's books know nothing of it.
    static Figures ledger(JsonNode answer) {
        var figures = new Figures()
                .add("charged twice", size(answer.path("ordersChargedMoreThanOnce")))
                .add("refunded twice", size(answer.path("ordersRefundedMoreThanOnce")));
        money(figures, answer);
        for (JsonNode settled : answer.path("settledElsewhere")) {
            figures.add("refunded " + settled.path("currency").asString(), number(settled.path("amount")));
        }
        return figures;
    }

    private static void money(Figures figures, JsonNode answer) {
        for (JsonNode sum : answer.required("sums")) {
            String currency = sum.path("currency").asString();
            figures.add("captured " + currency, number(sum.path("captured")));
            figures.add("refunded " + currency, number(sum.path("refunded")));
        }
    }

    /// `{"orders": {"DEDUCTED": 2, …}, "products": [{"sku", "listed", "replenished", "onHand", "held"}]}`.
    static Figures stock(JsonNode answer) {
        var figures = new Figures();
        counts(answer.required("orders"), DECISIONS, (decision, count) -> figures.add("orders " + decision, count));
        for (JsonNode product : answer.required("products")) {
            for (String figure : Set.of("listed", "replenished", "onHand", "held")) {
                figures.add(product.path("sku").asString() + " " + figure, number(product.path(figure)));
            }
        }
        return figures;
    }

    /// `{"states": {"SHIPPED": 2, …}, "ordersBookedMoreThanOnce": []}`.
    static Figures shipments(JsonNode answer) {
        var figures = new Figures().add("booked twice", size(answer.path("ordersBookedMoreThanOnce")));
        counts(answer.required("states"), SHIPMENT_STATES, (state, count) -> figures.add("shipments " + state, count));
        return figures;
    }

    /// `{"templates": {"v1.order.shipped": {"sent": 2, "failed": 0}, …}}`.
    static Figures letters(JsonNode answer) {
        var figures = new Figures();
        answer.required("templates")
                .forEachEntry((template, ended) -> figures.add(template + " sent", number(ended.path("sent")))
                        .add(template + " failed", number(ended.path("failed"))));
        return figures;
    }

    private static void counts(JsonNode counts, Set<String> names, BiConsumer<String, @Nullable BigDecimal> each) {
        counts.forEachEntry((name, count) -> {
            if (names.contains(name)) {
                each.accept(name, number(count));
            }
        });
    }

    private static BigDecimal size(JsonNode list) {
        return BigDecimal.valueOf(list.size());
    }

    /// A number, or a decimal string; null for anything else.
    ///
    /// @throws NumberFormatException for a text that is no number
    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNumber() || node.isString() ? new BigDecimal(node.asString()) : null;
    }
}

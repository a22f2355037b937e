package io.orderflow.local;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The payment provider's own books, which say what truly happened to a customer's money.
final class Ledger {
    private final Plan plan;
    private final Map<String, String> operator;
    private final Http http;

    Ledger(Plan plan, Secrets secrets, Http http) {
        this.plan = plan;
        this.operator = Http.login("operator", secrets.operator());
        this.http = http;
    }

    /// What is wrong with the money of an order; nothing if all is right.
    List<String> check(DemoOrder order, String id, String total) {
        var answer = http.get(plan.url(Service.PAYMENT, 1) + "/simulator/ledger?orderId=" + id, operator);
        if (!answer.isFine()) {
            return List.of(order.title() + ": the provider's ledger cannot be read: " + answer.told());
        }
        JsonNode entries = answer.body().path("entries");
        var owed = new BigDecimal(total);
        BigDecimal taken = sum(entries, "CAPTURE");
        BigDecimal back = sum(entries, "REFUND");
        boolean right = taken.compareTo(owed.multiply(BigDecimal.valueOf(order.charges()))) == 0
                && back.compareTo(owed.multiply(BigDecimal.valueOf(order.refunds()))) == 0;
        return right
                ? List.of()
                : List.of("%s: order %s over %s, the provider took %s and gave back %s"
                        .formatted(order.title(), id, owed, taken, back));
    }

    private static BigDecimal sum(JsonNode entries, String kind) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode entry : entries) {
            if (entry.path("kind").asString("").equals(kind)) {
                sum = sum.add(new BigDecimal(entry.path("amount").asString("0")));
            }
        }
        return sum;
    }
}

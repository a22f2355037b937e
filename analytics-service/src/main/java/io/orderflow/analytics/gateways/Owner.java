package io.orderflow.analytics.gateways;

import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Somebody who counts in a database of their own what their facts amount to here: where they are asked, what of the
/// answer is compared, and the statement that counts the same from the facts.
///
/// Every statement is asked for the orders whose ids were made before `:until`, and answers `figure, value`.
public enum Owner {
    ORDER(OwnersSettings::order, "/orders/summary", Answers::orders, OwnFigures.ORDERS),
    PAYMENT(OwnersSettings::payment, "/payments/summary", Answers::payments, OwnFigures.PAYMENTS),
    LEDGER(OwnersSettings::payment, "/simulator/ledger/summary", Answers::ledger, OwnFigures.LEDGER),
    INVENTORY(OwnersSettings::inventory, "/inventory/summary", Answers::stock, OwnFigures.STOCK),
    SHIPPING(OwnersSettings::shipping, "/shipments/summary", Answers::shipments, OwnFigures.SHIPMENTS),
    NOTIFICATION(OwnersSettings::notification, "/notifications/summary", Answers::letters, OwnFigures.LETTERS);

    private final Function<OwnersSettings, String> base;
    private final String path;
    private final Function<JsonNode, Figures> reader;
    private final String statement;

    Owner(Function<OwnersSettings, String> base, String path, Function<JsonNode, Figures> reader, String statement) {
        this.base = base;
        this.path = path;
        this.reader = reader;
        this.statement = statement;
    }

    /// The name by which a discrepancy is about it, lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String address(OwnersSettings settings) {
        return base.apply(settings) + path;
    }

    Figures read(JsonNode answer) {
        return reader.apply(answer);
    }

    String statement() {
        return statement;
    }
}

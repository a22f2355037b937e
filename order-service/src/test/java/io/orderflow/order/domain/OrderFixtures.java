package io.orderflow.order.domain;

import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.Money;
import io.orderflow.events.OrderLine;
import io.orderflow.events.PaymentMethod;
import io.orderflow.events.StockLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What the tests of the domain place and expect.
final class OrderFixtures {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");
    static final UUID ORDER = UUID.fromString("0198c5a1-0000-7000-8000-000000000001");
    static final Customer ADA = new Customer("Ada Lovelace", "ada@example.org");
    static final Address LONDON = new Address("Ada Lovelace", "12 St James's Square", "London", "SW1Y 4JH", "GB");
    static final PaymentMethod CARD = new PaymentMethod("tok_approved");

    private OrderFixtures() {}

    static Money euros(String amount) {
        return new Money("EUR", new BigDecimal(amount));
    }

    static Wish aWish(StockLine... lines) {
        return new Wish(ADA, LONDON, CARD, List.of(lines));
    }

    static Order anOrder() {
        return new Order(
                ORDER,
                "token",
                aWish(new StockLine("MUG-BLUE", 2)),
                List.of(new OrderLine("MUG-BLUE", 2, euros("12.90"))),
                NOW);
    }
}

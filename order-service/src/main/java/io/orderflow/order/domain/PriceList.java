package io.orderflow.order.domain;

import io.orderflow.events.Money;
import io.orderflow.events.OrderLine;
import io.orderflow.events.StockLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts prices on what a customer wishes for.
public final class PriceList {
    private PriceList() {}

    /// The lines at the shop's prices.
    ///
    /// @throws NotForSale when a product has no price, or the prices are in several currencies
    public static List<OrderLine> price(List<StockLine> wished, Map<String, Money> prices) {
        var priced = new ArrayList<OrderLine>();
        var unknown = new ArrayList<NotForSale.Line>();
        for (int i = 0; i < wished.size(); i++) {
            StockLine line = wished.get(i);
            @Nullable Money price = prices.get(line.sku());
            if (price == null) {
                unknown.add(new NotForSale.Line(i, "no product " + line.sku() + " is for sale"));
            } else {
                priced.add(new OrderLine(line.sku(), line.quantity(), price));
            }
        }
        if (!unknown.isEmpty()) {
            throw new NotForSale(NotForSale.Kind.UNKNOWN_PRODUCT, unknown);
        }
        var foreign = new ArrayList<NotForSale.Line>();
        for (int i = 1; i < priced.size(); i++) {
            Money price = priced.get(i).unitPrice();
            if (!price.currency().equals(priced.getFirst().unitPrice().currency())) {
                foreign.add(new NotForSale.Line(i, "is priced in " + price.currency() + ", unlike the first line"));
            }
        }
        if (!foreign.isEmpty()) {
            throw new NotForSale(NotForSale.Kind.SEVERAL_CURRENCIES, foreign);
        }
        return priced;
    }

    /// The sum over lines that are all in one currency.
    public static Money total(List<OrderLine> lines) {
        BigDecimal sum = lines.stream()
                .map(line -> line.unitPrice().amount().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(lines.getFirst().unitPrice().currency(), sum);
    }
}

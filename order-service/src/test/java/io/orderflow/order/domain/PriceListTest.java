package io.orderflow.order.domain;

import static io.orderflow.order.domain.OrderFixtures.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.events.Money;
import io.orderflow.events.OrderLine;
import io.orderflow.events.StockLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class PriceListTest {
    private static final Map<String, Money> PRICES =
            Map.of("MUG", euros("12.90"), "TEA", euros("0.05"), "YEN", new Money("JPY", new BigDecimal("100")));

    @Test
    void each_line_has_the_price_of_the_list_and_the_total_is_their_sum() {
        List<OrderLine> lines = PriceList.price(List.of(new StockLine("MUG", 2), new StockLine("TEA", 1000)), PRICES);

        assertThat(lines)
                .containsExactly(new OrderLine("MUG", 2, euros("12.90")), new OrderLine("TEA", 1000, euros("0.05")));
        assertThat(PriceList.total(lines)).isEqualTo(euros("75.80"));
    }

    @Test
    void a_total_has_the_decimals_of_its_currency() {
        assertThat(PriceList.total(PriceList.price(List.of(new StockLine("YEN", 3)), PRICES)))
                .isEqualTo(new Money("JPY", new BigDecimal("300")));
    }

    @Test
    void every_line_that_is_not_for_sale_is_named() {
        assertThatThrownBy(() -> PriceList.price(
                        List.of(new StockLine("NONE", 1), new StockLine("MUG", 1), new StockLine("NIX", 1)), PRICES))
                .asInstanceOf(InstanceOfAssertFactories.type(NotForSale.class))
                .satisfies(refused -> {
                    assertThat(refused.kind()).isEqualTo(NotForSale.Kind.UNKNOWN_PRODUCT);
                    assertThat(refused.lines())
                            .extracting(NotForSale.Line::index)
                            .containsExactly(0, 2);
                });
    }

    @Test
    void an_order_is_in_one_currency() {
        assertThatThrownBy(() -> PriceList.price(List.of(new StockLine("MUG", 1), new StockLine("YEN", 1)), PRICES))
                .asInstanceOf(InstanceOfAssertFactories.type(NotForSale.class))
                .satisfies(refused -> {
                    assertThat(refused.kind()).isEqualTo(NotForSale.Kind.SEVERAL_CURRENCIES);
                    assertThat(refused.lines())
                            .extracting(NotForSale.Line::index)
                            .containsExactly(1);
                });
    }
}

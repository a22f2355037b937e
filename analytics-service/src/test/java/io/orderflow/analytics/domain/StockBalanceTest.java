package io.orderflow.analytics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StockBalanceTest {
    @Test
    void what_is_deducted_was_there() {
        assertThat(new StockBalance("MUG-BLUE", 10, 10, null, null).findings()).isEmpty();
        assertThat(new StockBalance("MUG-BLUE", 10, 11, null, null).findings())
                .containsExactly(new Finding(
                        "stock-balances", "Deducted were 11 pieces of 10 that were listed, came in or were put back."));
    }

    @Test
    void what_inventory_told_is_what_its_facts_amount_to() {
        assertThat(new StockBalance("MUG-BLUE", 10, 4, 8L, 8L).findings()).isEmpty();
        assertThat(new StockBalance("MUG-BLUE", 10, 4, 7L, 8L).findings())
                .containsExactly(new Finding(
                        "stock-balances",
                        "After goods came in inventory told 7 pieces on hand; the facts up to then make 8."));
    }
}

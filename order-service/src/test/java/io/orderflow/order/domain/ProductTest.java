package io.orderflow.order.domain;

import static io.orderflow.order.domain.OrderFixtures.NOW;
import static io.orderflow.order.domain.OrderFixtures.euros;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductTest {
    private final Product product = new Product("MUG");

    @Test
    void the_higher_version_holds_whichever_came_first() {
        product.list(2, "Mug, blue", euros("13.90"));
        product.list(1, "Mug", euros("12.90"));
        assertThat(product.price()).isEqualTo(euros("13.90"));

        product.list(3, "Mug, big", euros("15.00"));
        product.list(3, "Mug, again", euros("1.00"));

        assertThat(product.price()).isEqualTo(euros("15.00"));
        assertThat(product.name()).isEqualTo("Mug, big");
    }

    @Test
    void the_later_count_holds_whichever_came_first() {
        product.count(20, NOW.plusMillis(1));
        product.count(10, NOW);

        assertThat(product.available()).isEqualTo(20);
    }

    @Test
    void a_product_that_was_only_counted_has_no_price() {
        product.count(20, NOW);

        assertThat(product.price()).isNull();
    }
}

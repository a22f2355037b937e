package io.orderflow.inventory.domain;

import static io.orderflow.inventory.domain.Stockroom.NOW;
import static io.orderflow.inventory.domain.Stockroom.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.events.InventoryReplenished;
import io.orderflow.events.Money;
import io.orderflow.events.ProductListed;
import io.orderflow.events.ProductPriceUpdated;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProductTest {
    private final Product mug = new Product("MUG", "A mug", PRICE, 3);

    @Test
    void a_listed_product_is_version_one() {
        assertThat(mug.listed(NOW)).isEqualTo(new ProductListed("MUG", NOW, 1, "A mug", PRICE, 3));
    }

    @Test
    void the_same_offer_again_is_no_news() {
        assertThat(mug.offerAs("A mug", new Money("EUR", new BigDecimal("12.90")), NOW))
                .isEmpty();
        assertThat(mug.version()).isEqualTo(1);
    }

    @Test
    void another_price_name_or_currency_is_the_next_version() {
        var dearer = new Money("EUR", new BigDecimal("13.50"));
        var pounds = new Money("GBP", new BigDecimal("13.50"));
        assertThat(mug.offerAs("A mug", dearer, NOW)).contains(new ProductPriceUpdated("MUG", NOW, 2, "A mug", dearer));
        assertThat(mug.offerAs("A cup", dearer, NOW)).contains(new ProductPriceUpdated("MUG", NOW, 3, "A cup", dearer));
        assertThat(mug.offerAs("A cup", pounds, NOW)).contains(new ProductPriceUpdated("MUG", NOW, 4, "A cup", pounds));
        assertThat(mug.onHand()).isEqualTo(3);
    }

    @Test
    void goods_that_come_are_added() {
        var delivery = UUID.randomUUID();
        assertThat(mug.replenish(delivery, 4, NOW)).isEqualTo(new InventoryReplenished("MUG", NOW, delivery, 4, 7));
        assertThat(mug.onHand()).isEqualTo(7);
        assertThat(mug.listedOnHand()).isEqualTo(3);
    }

    @Test
    void there_is_a_limit_to_what_can_be_kept() {
        for (int times = 0; times < 999; times++) {
            mug.replenish(UUID.randomUUID(), 1_000_000, NOW);
        }
        assertThatExceptionOfType(NoRoom.class).isThrownBy(() -> mug.replenish(UUID.randomUUID(), 1_000_000, NOW));
        assertThat(mug.onHand()).isEqualTo(999_000_003);
    }

    @Test
    void no_more_is_taken_than_is_there() {
        assertThatIllegalStateException().isThrownBy(() -> mug.take(4));
        assertThatIllegalStateException().isThrownBy(() -> mug.take(-1));
        assertThat(mug.onHand()).isEqualTo(3);
    }
}

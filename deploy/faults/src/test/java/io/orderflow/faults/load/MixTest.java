package io.orderflow.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixTest {
    @Test
    void the_same_seed_wants_the_same() {
        assertThat(wishes(Mix.USUAL)).isEqualTo(wishes(Mix.USUAL));
    }

    @Test
    void the_usual_mix_is_mostly_approved_and_has_some_of_everything() {
        List<Wish> wishes = wishes(Mix.USUAL);

        assertThat(wishes)
                .extracting(Wish::card)
                .contains("tok_declined", "tok_slow", "tok_busy", "tok_error_500", "tok_timeout_before")
                .contains("tok_timeout_after", "tok_refund_refused", "tok_refund_error");
        assertThat(wishes).filteredOn(wish -> wish.card().equals(Wish.APPROVED)).hasSizeGreaterThan(500);
        assertThat(wishes).filteredOn(wish -> wish.cancelMillis() >= 0).hasSizeBetween(50, 200);
        assertThat(wishes).anyMatch(wish -> wish.street().equals(Wish.REFUSED_STREET));
        assertThat(wishes).anyMatch(wish -> wish.lines().getFirst().sku().equals(Shelf.SCARCE));
    }

    @Test
    void plain_orders_have_nothing_in_their_way() {
        assertThat(wishes(Mix.PLAIN))
                .allMatch(wish -> wish.equals(Wish.plain(wish.lines().toArray(Line[]::new))));
    }

    @Test
    void trouble_is_trouble_with_every_card() {
        assertThat(wishes(Mix.TROUBLE)).noneMatch(wish -> wish.card().equals(Wish.APPROVED));
    }

    private static List<Wish> wishes(Mix mix) {
        return IntStream.range(0, 1_000)
                .mapToObj(n -> mix.wish(new SplittableRandom(42 + n)))
                .toList();
    }
}

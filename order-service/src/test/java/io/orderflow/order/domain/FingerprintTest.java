package io.orderflow.order.domain;

import static io.orderflow.order.domain.OrderFixtures.ADA;
import static io.orderflow.order.domain.OrderFixtures.CARD;
import static io.orderflow.order.domain.OrderFixtures.LONDON;
import static io.orderflow.order.domain.OrderFixtures.aWish;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.PaymentMethod;
import io.orderflow.events.StockLine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final List<StockLine> LINES = List.of(new StockLine("A", 1), new StockLine("B", 2));

    @Test
    void the_same_wish_has_the_same_fingerprint() {
        assertThat(Fingerprint.of(aWish(new StockLine("A", 1), new StockLine("B", 2))))
                .isEqualTo(Fingerprint.of(new Wish(ADA, LONDON, CARD, LINES)))
                .hasSize(64);
    }

    @Test
    void the_order_of_the_lines_does_not_matter() {
        assertThat(Fingerprint.of(aWish(new StockLine("B", 2), new StockLine("A", 1))))
                .isEqualTo(Fingerprint.of(new Wish(ADA, LONDON, CARD, LINES)));
    }

    @Test
    void whatever_differs_shows() {
        Stream<Wish> wishes = Stream.of(
                new Wish(ADA, LONDON, CARD, LINES),
                new Wish(new Customer("Ada", ADA.email()), LONDON, CARD, LINES),
                new Wish(new Customer(ADA.name(), "ada@example.com"), LONDON, CARD, LINES),
                new Wish(ADA, new Address("Bob", LONDON.street(), "London", "SW1Y 4JH", "GB"), CARD, LINES),
                new Wish(ADA, new Address("Ada Lovelace", "1 Lane", "London", "SW1Y 4JH", "GB"), CARD, LINES),
                new Wish(ADA, new Address("Ada Lovelace", LONDON.street(), "Leeds", "SW1Y 4JH", "GB"), CARD, LINES),
                new Wish(ADA, new Address("Ada Lovelace", LONDON.street(), "London", "SW1Y", "GB"), CARD, LINES),
                new Wish(ADA, new Address("Ada Lovelace", LONDON.street(), "London", "SW1Y 4JH", "FR"), CARD, LINES),
                new Wish(ADA, LONDON, CARD, LINES, Duration.ofHours(1)),
                new Wish(ADA, LONDON, CARD, LINES, Duration.ofHours(2)),
                new Wish(ADA, LONDON, new PaymentMethod("tok_slow"), LINES),
                new Wish(ADA, LONDON, CARD, List.of(new StockLine("A", 1))),
                new Wish(ADA, LONDON, CARD, List.of(new StockLine("A", 2), new StockLine("B", 2))),
                new Wish(ADA, LONDON, CARD, List.of(new StockLine("A", 1), new StockLine("C", 2))));

        Set<String> fingerprints = wishes.map(Fingerprint::of).collect(Collectors.toSet());

        assertThat(fingerprints).hasSize(14);
    }

    @Test
    void neighbouring_fields_do_not_run_into_each_other() {
        var one = new Wish(new Customer("ab", "c"), LONDON, CARD, LINES);
        var other = new Wish(new Customer("a", "bc"), LONDON, CARD, LINES);

        assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(other));
    }
}

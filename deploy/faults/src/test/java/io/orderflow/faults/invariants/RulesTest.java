package io.orderflow.faults.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.faults.invariants.Books.Kept;
import io.orderflow.faults.invariants.Books.Moved;
import io.orderflow.faults.invariants.Books.Stock;
import io.orderflow.faults.load.Accepted;
import io.orderflow.faults.load.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final String SKU = "MUG";
    private static final UUID ID = new UUID(0, 1);
    private static final BigDecimal TOTAL = new BigDecimal("8.00");

    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<UUID, Kept> orders = new HashMap<>();
    private final Map<UUID, Moved> money = new HashMap<>();
    private final Map<UUID, Integer> bookings = new HashMap<>();
    private final Map<String, Stock> stock = new HashMap<>(Map.of(SKU, new Stock(10, 10)));

    @Test
    void books_in_which_everything_is_right_have_no_violations() {
        shipped(ID);
        undone(new UUID(0, 2), "FAILED", 0);
        undone(new UUID(0, 3), "CANCELLED", 1);

        assertThat(violations()).isEmpty();
    }

    @Test
    void an_accepted_order_that_is_not_there_is_lost() {
        accepted.add(accepted(ID));

        assertThat(violations())
                .containsExactly("An order was accepted, and the order service does not have it: " + ID);
    }

    @Test
    void an_order_that_nobody_was_told_of_is_a_second_one() {
        undone(ID, "FAILED", 0);
        accepted.clear();

        assertThat(violations())
                .containsExactly("An order is there, and nobody was told so: one request became two orders: " + ID);
    }

    @Test
    void an_order_that_has_not_ended_is_told() {
        shipped(ID);
        orders.put(ID, new Kept("key-1", "SHIPPED", TOTAL));

        assertThat(violations()).containsExactly("An order has not ended: " + ID);
    }

    @Test
    void money_that_moved_twice_or_not_at_all_is_told() {
        shipped(ID);
        money.put(ID, moved(2, 0));
        assertThat(violations()).containsExactly("An order was charged more than once: " + ID);

        money.remove(ID);
        assertThat(violations()).containsExactly("An order was shipped and not paid for: " + ID);

        money.put(ID, moved(1, 1));
        assertThat(violations()).containsExactly("An order was shipped and refunded: " + ID);
    }

    @Test
    void money_that_was_kept_or_given_back_twice_is_told() {
        undone(ID, "CANCELLED", 1);
        money.put(ID, moved(1, 0));
        assertThat(violations()).containsExactly("An order was undone, and its money was kept: " + ID);

        money.put(ID, moved(1, 2));
        assertThat(violations())
                .containsExactly(
                        "An order was refunded more than once: " + ID, "An order was refunded without a charge: " + ID);
    }

    @Test
    void another_sum_than_the_total_is_told() {
        shipped(ID);
        money.put(ID, new Moved(1, 0, new BigDecimal("8.01"), BigDecimal.ZERO));

        assertThat(violations()).containsExactly("An order was charged another sum than its total: " + ID);
    }

    @Test
    void a_second_shipment_one_too_many_and_one_too_few_are_told() {
        shipped(ID);
        bookings.put(ID, 2);
        assertThat(violations()).containsExactly("An order was shipped more than once: " + ID);

        bookings.remove(ID);
        assertThat(violations()).containsExactly("An order is shipped, and no carrier knows of it: " + ID);
    }

    @Test
    void a_shipment_of_an_order_that_was_undone_is_told() {
        undone(ID, "FAILED", 1);
        bookings.put(ID, 1);

        assertThat(violations()).containsExactly("An order was undone, and shipped all the same: " + ID);
    }

    @Test
    void money_of_nobody_is_told() {
        money.put(ID, moved(1, 1));

        assertThat(violations()).containsExactly("An order was charged and is no order: " + ID);
    }

    @Test
    void stock_that_does_not_add_up_is_told() {
        shipped(ID);
        stock.put(SKU, new Stock(10, 9));
        assertThat(violations()).containsExactly("MUG: 10 came in, 2 were shipped, and 9 are there instead of 8");

        stock.put(SKU, new Stock(1, -1));
        assertThat(violations()).containsExactly("There are -1 pieces of MUG");
    }

    @Test
    void an_order_under_another_key_is_told() {
        shipped(ID);
        orders.put(ID, new Kept("key-2", "DELIVERED", TOTAL));

        assertThat(violations())
                .containsExactly("An order was accepted under another key than the one it is kept under: " + ID);
    }

    private void shipped(UUID id) {
        accepted.add(accepted(id));
        orders.put(id, new Kept(key(id), "DELIVERED", TOTAL));
        money.put(id, moved(1, 0));
        bookings.put(id, 1);
        stock.computeIfPresent(SKU, (_, there) -> new Stock(there.came(), there.onHand() - 2));
    }

    private void undone(UUID id, String status, int refunds) {
        accepted.add(accepted(id));
        orders.put(id, new Kept(key(id), status, TOTAL));
        if (refunds > 0) {
            money.put(id, moved(1, refunds));
        }
    }

    private static Accepted accepted(UUID id) {
        return new Accepted(key(id), id, "token", List.of(new Line(SKU, 2)));
    }

    private static String key(UUID id) {
        return "key-" + id.getLeastSignificantBits();
    }

    private static Moved moved(int captures, int refunds) {
        return new Moved(
                captures,
                refunds,
                TOTAL.multiply(BigDecimal.valueOf(captures)),
                TOTAL.multiply(BigDecimal.valueOf(refunds)));
    }

    private List<String> violations() {
        return Rules.judge(new Books(accepted, orders, money, bookings, stock)).stream()
                .map(Violation::told)
                .toList();
    }
}

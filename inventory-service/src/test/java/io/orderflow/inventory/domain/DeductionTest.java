package io.orderflow.inventory.domain;

import static io.orderflow.inventory.domain.Stockroom.NOW;
import static io.orderflow.inventory.domain.Stockroom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderflow.events.InventoryFact;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderLine;
import io.orderflow.events.Shortage;
import io.orderflow.events.StockLine;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeductionTest {
    private final UUID order = UUID.randomUUID();
    private final Stockroom room = Stockroom.with("MUG", 5).and("TEE", 1);
    private final OrderLine[] twoMugsAndATee = {line("TEE", 1), line("MUG", 2)};
    private final List<StockLine> bySku = List.of(new StockLine("MUG", 2), new StockLine("TEE", 1));

    @Test
    void lines_alone_take_nothing() {
        assertThat(room.created(order, twoMugsAndATee)).isEmpty();
        assertThat(room.onHand("MUG")).isEqualTo(5);
    }

    @Test
    void a_payment_alone_takes_nothing() {
        assertThat(room.paid(order)).isEmpty();
        assertThat(room.of(order).decision()).isEqualTo(Decision.WAITING);
    }

    @Test
    void lines_and_then_the_payment_take_every_line() {
        room.created(order, twoMugsAndATee);
        assertThat(room.paid(order)).containsExactly(new InventoryUpdated(order, NOW, bySku));
        assertThat(room.onHand("MUG")).isEqualTo(3);
        assertThat(room.onHand("TEE")).isZero();
    }

    @Test
    void the_payment_and_then_the_lines_take_every_line() {
        room.paid(order);
        assertThat(room.created(order, twoMugsAndATee)).containsExactly(new InventoryUpdated(order, NOW, bySku));
        assertThat(room.onHand("MUG")).isEqualTo(3);
    }

    @Test
    void one_short_line_takes_nothing_of_any_line() {
        room.created(order, line("MUG", 2), line("TEE", 2));
        assertThat(room.paid(order))
                .containsExactly(
                        new InventoryUpdateFailed(order, NOW, "out-of-stock", List.of(new Shortage("TEE", 2, 1))));
        assertThat(room.onHand("MUG")).isEqualTo(5);
        assertThat(room.onHand("TEE")).isEqualTo(1);
    }

    @Test
    void an_unknown_product_is_said_to_be_unknown_and_every_line_in_the_way_is_named() {
        room.created(order, line("NO-SUCH", 1), line("MUG", 6), line("TEE", 1));
        assertThat(room.paid(order))
                .containsExactly(new InventoryUpdateFailed(
                        order,
                        NOW,
                        "unknown-product",
                        List.of(new Shortage("MUG", 6, 5), new Shortage("NO-SUCH", 1, 0))));
    }

    @Test
    void an_answer_is_repeated_to_who_asks_again_and_nothing_is_taken_twice() {
        room.created(order, twoMugsAndATee);
        var answer = room.paid(order);
        assertThat(room.created(order, twoMugsAndATee)).isEqualTo(answer);
        assertThat(room.paid(order)).isEqualTo(answer);
        assertThat(room.onHand("MUG")).isEqualTo(3);
    }

    @Test
    void a_refusal_stands_even_when_goods_have_come_since() {
        room.created(order, line("TEE", 2));
        var answer = room.paid(order);
        room.product("TEE").orElseThrow().replenish(UUID.randomUUID(), 10, NOW);
        assertThat(room.paid(order)).isEqualTo(answer);
        assertThat(room.onHand("TEE")).isEqualTo(11);
    }

    @ParameterizedTest
    @EnumSource
    void a_call_off_puts_back_exactly_what_was_taken_and_once(CallOff callOff) {
        room.created(order, twoMugsAndATee);
        room.paid(order);
        assertThat(callOff.of(room, order)).containsExactly(new InventoryReleased(order, NOW, bySku));
        assertThat(room.onHand("MUG")).isEqualTo(5);
        assertThat(room.onHand("TEE")).isEqualTo(1);
        assertThat(room.of(order).held()).isEmpty();
        assertThat(room.of(order).decision()).isEqualTo(Decision.RELEASED);
    }

    @ParameterizedTest
    @EnumSource
    void a_call_off_heard_first_means_that_nothing_is_ever_taken(CallOff callOff) {
        assertThat(callOff.of(room, order)).containsExactly(new InventoryReleased(order, NOW, List.of()));
        assertThat(room.created(order, twoMugsAndATee)).isEmpty();
        assertThat(room.paid(order)).isEmpty();
        assertThat(room.paid(order)).containsExactly(new InventoryReleased(order, NOW, List.of()));
        assertThat(room.onHand("MUG")).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void a_call_off_between_the_lines_and_the_payment_has_nothing_to_put_back(CallOff callOff) {
        room.created(order, twoMugsAndATee);
        assertThat(callOff.of(room, order)).containsExactly(new InventoryReleased(order, NOW, List.of()));
        assertThat(room.paid(order)).isEmpty();
        assertThat(room.created(order, twoMugsAndATee)).containsExactly(new InventoryReleased(order, NOW, List.of()));
        assertThat(room.onHand("MUG")).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void a_call_off_of_a_refused_order_has_nothing_to_put_back(CallOff callOff) {
        room.created(order, line("TEE", 2));
        var refusal = room.paid(order).getFirst();
        var released = new InventoryReleased(order, NOW, List.of());
        assertThat(callOff.of(room, order)).containsExactly(released);
        assertThat(room.of(order).decision()).isEqualTo(Decision.REFUSED);
        room.later();
        assertThat(callOff.of(room, order)).containsExactly(released);
        assertThat(room.created(order, line("TEE", 2))).containsExactly(refusal, released);
        assertThat(room.onHand("TEE")).isEqualTo(1);
    }

    @Test
    void what_was_said_is_repeated_as_it_was_however_much_later() {
        room.created(order, twoMugsAndATee);
        room.paid(order);
        room.later();
        var released = new InventoryReleased(order, NOW.plusSeconds(1), bySku);
        assertThat(room.shippingCancelled(order)).containsExactly(released);
        room.later();
        assertThat(room.shippingCancelled(order)).containsExactly(released);
        assertThat(room.shippingFailed(order)).containsExactly(released);
        var updated = new InventoryUpdated(order, NOW, bySku);
        assertThat(room.created(order, twoMugsAndATee)).containsExactly(updated, released);
        assertThat(room.paid(order)).containsExactly(updated, released);
        assertThat(room.onHand("MUG")).isEqualTo(5);
    }

    @Test
    void the_same_product_on_two_lines_is_one_line() {
        room.created(order, line("MUG", 2), line("MUG", 3));
        assertThat(room.paid(order))
                .containsExactly(new InventoryUpdated(order, NOW, List.of(new StockLine("MUG", 5))));
    }

    @Test
    void a_line_that_would_add_to_the_stock_is_no_line() {
        assertThatIllegalArgumentException().isThrownBy(() -> room.created(order, line("MUG", -1)));
        assertThatIllegalArgumentException().isThrownBy(() -> room.created(order));
    }

    @Test
    void what_is_kept_is_read_back() {
        var lines = List.of(new StockLine("MUG-BLUE", 2), new StockLine("odd: sku\n", 1));
        var asText = new LinesAsText();
        assertThat(asText.convertToEntityAttribute(asText.convertToDatabaseColumn(lines)))
                .isEqualTo(lines);
        assertThat(asText.convertToDatabaseColumn(lines)).startsWith("MUG-BLUE:2 ");
        var shortages = List.of(new Shortage("TEE", 2, 1), new Shortage("MUG", 3, 0));
        var shortagesAsText = new ShortagesAsText();
        assertThat(shortagesAsText.convertToEntityAttribute(shortagesAsText.convertToDatabaseColumn(shortages)))
                .isEqualTo(shortages);
    }

    private enum CallOff {
        FAILED,
        CANCELLED;

        private List<InventoryFact> of(Stockroom room, UUID order) {
            return switch (this) {
                case FAILED -> room.shippingFailed(order);
                case CANCELLED -> room.shippingCancelled(order);
            };
        }
    }
}

package io.orderflow.notification.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.EventTypes;
import io.orderflow.events.InventoryReleased;
import io.orderflow.notification.OrderFacts;
import io.orderflow.notification.domain.Letter;
import io.orderflow.notification.domain.Telling;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LettersTest {
    private static final OrderFacts ORDER = OrderFacts.ofAda();
    private final Letters letters = new Letters();

    static Stream<AboutOrder> whatConcernsTheCustomer() {
        return Stream.of(
                ORDER.created(),
                ORDER.paid(),
                ORDER.declined(),
                ORDER.outOfStock(),
                ORDER.shipped(),
                ORDER.notShipped(),
                ORDER.refunded(),
                ORDER.failed());
    }

    @ParameterizedTest
    @MethodSource("whatConcernsTheCustomer")
    void every_event_that_concerns_the_customer_has_a_letter(AboutOrder fact) {
        Letter letter = write(fact);
        assertThat(letter.about()).isEqualTo(EventTypes.keyOf(fact.getClass()));
        assertThat(letter.subject()).isNotBlank().doesNotContain("{{", "\n", "Subject");
        assertThat(letter.body())
                .doesNotContain("{{", "}}", "\n\n\n")
                .contains("Your order's number is " + ORDER.order() + ".")
                .endsWith("Kind regards\nOrderflow\n");
    }

    @Test
    void the_first_letter_lists_what_was_ordered_at_which_price() {
        Letter letter = write(ORDER.created());
        assertThat(letter.subject()).isEqualTo("Thank you, we have your order");
        assertThat(letter.body())
                .startsWith("thank you for your order.")
                .contains("\n  2 x MUG-BLUE at €12.90 each\n  1 x TEE<S> at €1,999.00 each\n")
                .contains("\n  Total: €2,024.80\n");
    }

    @Test
    void the_other_letters_carry_what_the_customer_wants_to_know() {
        assertThat(write(ORDER.paid()).subject()).isEqualTo("We have received your payment of €2,024.80");
        assertThat(write(ORDER.declined()).body()).contains("€2,024.80: your bank declined the card.");
        assertThat(write(ORDER.outOfStock()).body()).contains("  MUG-BLUE: you ordered 2, we have 1\n");
        assertThat(write(ORDER.shipped()).body()).contains("Sunny Parcels", "SP-0042");
        assertThat(write(ORDER.notShipped()).body()).contains("the carrier does not accept the address");
        assertThat(write(ORDER.refunded()).subject()).isEqualTo("We have returned €2,024.80 to you");
        assertThat(write(ORDER.failed()).body()).contains("not everything that you ordered is in stock");
    }

    @Test
    void what_is_none_of_the_customers_concern_has_no_letter() {
        assertThat(Telling.of(new InventoryReleased(ORDER.order(), OrderFacts.AT, List.of())))
                .isEmpty();
    }

    private Letter write(AboutOrder fact) {
        return letters.write(Telling.of(fact).orElseThrow());
    }
}

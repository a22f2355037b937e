package io.orderflow.notification.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.EventTypes;
import io.orderflow.notification.OrderFacts;
import io.orderflow.notification.domain.Correspondence;
import io.orderflow.notification.domain.Letter;
import io.orderflow.notification.domain.Telling;
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
                ORDER.delivered(),
                ORDER.refunded(),
                ORDER.refundedAsWished(),
                ORDER.cancelled("requested-by-customer"),
                ORDER.cancelled("requested-by-operator"),
                ORDER.cancelled("deadline-passed"),
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
    void a_cancelled_order_says_for_whose_sake_and_that_nothing_is_owed() {
        assertThat(write(ORDER.cancelled("requested-by-customer")).body())
                .startsWith("your order is cancelled, as you asked. Nothing will be shipped,")
                .contains("whatever you paid has been returned in full.");
        assertThat(write(ORDER.cancelled("requested-by-operator")).body())
                .startsWith("we are sorry: we had to cancel your order. Nothing");
        assertThat(write(ORDER.cancelled("deadline-passed")).body())
                .startsWith("we are sorry: it took us too long to ship your order, so we cancelled it. Nothing");
    }

    @Test
    void what_was_paid_for_a_cancelled_order_is_returned_in_the_same_words_as_for_a_failed_one() {
        assertThat(write(ORDER.refundedAsWished())).isEqualTo(write(ORDER.refunded()));
        assertThat(write(ORDER.refundedAsWished()).body()).doesNotContain("sorry", "failed", "could not");
    }

    @Test
    void a_parcel_that_arrived_names_who_brought_it() {
        assertThat(write(ORDER.delivered()).body()).contains("Sunny Parcels", "SP-0042");
    }

    @Test
    void a_wish_to_cancel_that_came_too_late_has_a_letter_with_the_parcels_number() {
        var correspondence = new Correspondence(ORDER.order());
        correspondence.hear(ORDER.cancellationRequested(OrderFacts.BY_CUSTOMER));
        Letter letter = letters.write(correspondence.hear(ORDER.shipped()).getLast());
        assertThat(letter.about()).isEqualTo("v1.order.cancellation-requested");
        assertThat(letter.subject()).isEqualTo("We are sorry: your cancellation came too late");
        assertThat(letter.body())
                .contains("your parcel is already with Sunny Parcels", "Its tracking number is SP-0042.")
                .doesNotContain("{{")
                .contains("Your order's number is " + ORDER.order() + ".");
    }

    static Stream<AboutOrder> whatDoesNotConcernTheCustomer() {
        return Stream.of(
                ORDER.cancellationRequested(OrderFacts.BY_CUSTOMER),
                ORDER.shippingCancelled(),
                ORDER.voided(),
                ORDER.refundFailed(),
                ORDER.deducted(),
                ORDER.released());
    }

    @ParameterizedTest
    @MethodSource("whatDoesNotConcernTheCustomer")
    void what_is_none_of_the_customers_concern_has_no_letter(AboutOrder fact) {
        assertThat(Telling.of(fact)).isEmpty();
    }

    private Letter write(AboutOrder fact) {
        return letters.write(Telling.of(fact).orElseThrow());
    }
}

package io.orderflow.notification.domain;

import static io.orderflow.notification.OrderFacts.BY_CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.AboutOrder;
import io.orderflow.notification.OrderFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a customer is told whose wish to cancel met a parcel that had left.
class TooLateTest {
    private static final String TOO_LATE = "v1.order.cancellation-requested";

    private final OrderFacts order = OrderFacts.ofAda();

    @Test
    void it_is_told_once_when_the_wish_and_the_parcel_were_heard_whichever_came_first() {
        List<AboutOrder> kinds =
                List.of(order.created(), order.cancellationRequested(BY_CUSTOMER), order.shipped(), order.delivered());
        var complete = new ArrayList<Map<String, Telling>>();
        for (int number = 0; number < Math.powExact(kinds.size(), 6); number++) {
            var correspondence = new Correspondence(order.order());
            List<AboutOrder> facts = sequence(number, kinds);
            var tellings = new ArrayList<Telling>();
            for (AboutOrder fact : facts) {
                tellings.addAll(correspondence.hear(fact));
            }
            boolean both = facts.contains(kinds.get(1)) && facts.contains(kinds.get(2));
            assertThat(tellings).as("%s", facts).extracting(Telling::about).doesNotHaveDuplicates();
            assertThat(tellings.stream().anyMatch(telling -> telling.about().equals(TOO_LATE)))
                    .as("%s", facts)
                    .isEqualTo(both);
            assertThat(correspondence.hasTold(TOO_LATE)).isEqualTo(both);
            if (facts.containsAll(kinds)) {
                complete.add(tellings.stream().collect(Collectors.toMap(Telling::about, telling -> telling)));
            }
        }
        assertThat(complete)
                .as("the same words, whatever came first")
                .hasSizeGreaterThan(24)
                .containsOnly(complete.getFirst());
    }

    private static List<AboutOrder> sequence(int number, List<AboutOrder> kinds) {
        var facts = new ArrayList<AboutOrder>();
        for (int rest = number, place = 0; place < 6; rest /= kinds.size(), place++) {
            facts.add(kinds.get(rest % kinds.size()));
        }
        return facts;
    }

    @Test
    void it_names_the_carrier_and_its_number_and_the_later_of_the_two_instants() {
        var correspondence = new Correspondence(order.order());
        assertThat(correspondence.hear(order.shipped())).hasSize(1);
        Telling tooLate =
                correspondence.hear(order.cancellationRequested(BY_CUSTOMER)).getFirst();
        assertThat(tooLate.words())
                .containsEntry("carrier", "Sunny Parcels")
                .containsEntry("trackingNumber", "SP-0042")
                .containsEntry("orderId", order.order().toString());
        assertThat(tooLate.occurredAt()).isEqualTo(OrderFacts.AT.plusSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested-by-operator", "deadline-passed"})
    void nobody_is_told_of_a_wish_that_was_not_the_customers(String reason) {
        var before = new Correspondence(order.order());
        assertThat(before.hear(order.cancellationRequested(reason))).isEmpty();
        assertThat(about(before.hear(order.shipped()))).containsExactly("v1.order.shipped");
        var after = new Correspondence(order.order());
        after.hear(order.shipped());
        assertThat(after.hear(order.cancellationRequested(reason))).isEmpty();
    }

    @Test
    void a_wish_of_the_customers_counts_beside_another() {
        var correspondence = new Correspondence(order.order());
        correspondence.hear(order.cancellationRequested("deadline-passed"));
        correspondence.hear(order.cancellationRequested(BY_CUSTOMER));
        assertThat(about(correspondence.hear(order.shipped()))).containsExactly("v1.order.shipped", TOO_LATE);
    }

    @Test
    void a_wish_that_was_granted_is_told_as_a_cancelled_order_only() {
        var correspondence = new Correspondence(order.order());
        assertThat(correspondence.hear(order.cancellationRequested(BY_CUSTOMER)))
                .isEmpty();
        assertThat(correspondence.hear(order.shippingCancelled())).isEmpty();
        assertThat(about(correspondence.hear(order.cancelled(BY_CUSTOMER)))).containsExactly("v1.order.cancelled");
        assertThat(correspondence.hear(order.cancelled(BY_CUSTOMER))).isEmpty();
        assertThat(correspondence.hasTold(TOO_LATE)).isFalse();
    }

    private static List<String> about(List<Telling> tellings) {
        return tellings.stream().map(Telling::about).toList();
    }
}

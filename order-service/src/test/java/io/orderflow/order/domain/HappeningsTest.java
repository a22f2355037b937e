package io.orderflow.order.domain;

import static io.orderflow.order.domain.Happened.CANCELLATION_REQUESTED;
import static io.orderflow.order.domain.Happened.CREATED;
import static io.orderflow.order.domain.Happened.DEDUCTION_FAILED;
import static io.orderflow.order.domain.Happened.DELIVERED;
import static io.orderflow.order.domain.Happened.PAYMENT_FAILED;
import static io.orderflow.order.domain.Happened.REFUNDED;
import static io.orderflow.order.domain.Happened.REFUND_FAILED;
import static io.orderflow.order.domain.Happened.RELEASED;
import static io.orderflow.order.domain.Happened.SHIPPED;
import static io.orderflow.order.domain.Happened.SHIPPING_CANCELLED;
import static io.orderflow.order.domain.Happened.SHIPPING_FAILED;
import static io.orderflow.order.domain.Happened.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Claims about every set of what can have happened, whether or not it can be.
class HappeningsTest {
    private static final List<Happenings> ALL = subsets();

    @Test
    void goods_that_left_the_house_decide_everything_and_nothing_is_owed() {
        for (Happenings happened : ALL) {
            boolean shipped = any(happened, SHIPPED, DELIVERED);

            assertThat(happened.status().isShipped()).as("%s", happened).isEqualTo(shipped);
            if (shipped) {
                assertThat(happened.owed()).as("%s", happened).isEmpty();
                assertThat(happened.status() == OrderStatus.DELIVERED)
                        .as("%s", happened)
                        .isEqualTo(happened.has(DELIVERED));
            }
        }
    }

    @Test
    void an_order_ends_without_delivery_if_and_only_if_it_was_called_off_and_nothing_is_owed() {
        for (Happenings happened : unshipped()) {
            boolean calledOff = any(happened, PAYMENT_FAILED, DEDUCTION_FAILED, SHIPPING_FAILED, SHIPPING_CANCELLED);

            assertThat(happened.status().isUndone())
                    .as("%s", happened)
                    .isEqualTo(calledOff && happened.owed().isEmpty());
            assertThat(happened.status() == OrderStatus.CANCELLED)
                    .as("%s", happened)
                    .isEqualTo(happened.status().isUndone() && happened.has(SHIPPING_CANCELLED));
            assertThat(happened.status().isUnderway())
                    .as("%s", happened)
                    .isEqualTo(!calledOff && !any(happened, VOIDED, REFUNDED, REFUND_FAILED, RELEASED));
        }
    }

    @Test
    void an_order_that_is_to_be_cancelled_never_ends_before_shipping_has_answered() {
        for (Happenings happened : unshipped()) {
            boolean awaited =
                    happened.has(CANCELLATION_REQUESTED) && !any(happened, SHIPPING_FAILED, SHIPPING_CANCELLED);

            assertThat(happened.owed().contains(Obligation.DECISION))
                    .as("%s", happened)
                    .isEqualTo(awaited);
            assertThat(awaited && happened.status().isEnd()).as("%s", happened).isFalse();
        }
    }

    @Test
    void a_request_alone_moves_nothing() {
        for (Happenings happened : unshipped()) {
            if (happened.status().isUnderway()) {
                assertThat(happened.and(CANCELLATION_REQUESTED).status())
                        .as("%s", happened)
                        .isEqualTo(happened.status());
            }
        }
    }

    @Test
    void money_is_owed_until_payment_holds_none_and_goods_until_they_are_released() {
        for (Happenings happened : unshipped()) {
            boolean unshippable = any(happened, SHIPPING_FAILED, SHIPPING_CANCELLED);

            assertThat(happened.owed().contains(Obligation.REFUND))
                    .as("%s", happened)
                    .isEqualTo((unshippable || happened.has(DEDUCTION_FAILED))
                            && !any(happened, REFUNDED, VOIDED, PAYMENT_FAILED));
            assertThat(happened.owed().contains(Obligation.RELEASE))
                    .as("%s", happened)
                    .isEqualTo(unshippable && !happened.has(RELEASED));
        }
    }

    @Test
    void shipping_answers_a_request_once() {
        for (Happenings happened : ALL) {
            assertThat(happened.cancellation())
                    .as("%s", happened)
                    .isEqualTo(
                            any(happened, SHIPPED, DELIVERED, SHIPPING_FAILED)
                                    ? Cancellation.Outcome.REFUSED
                                    : happened.has(SHIPPING_CANCELLED)
                                            ? Cancellation.Outcome.ACCEPTED
                                            : Cancellation.Outcome.PENDING);
        }
    }

    @Test
    void the_set_is_kept_as_text_and_comes_back() {
        var converter = new HappeningsAsText();
        for (Happenings happened : ALL) {
            assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(happened)))
                    .isEqualTo(happened);
        }
        assertThat(converter.convertToDatabaseColumn(new Happenings(Set.of(Happened.values()))))
                .doesNotMatch(".*(.).*\\1.*");
    }

    private static boolean any(Happenings happened, Happened... some) {
        return List.of(some).stream().anyMatch(happened::has);
    }

    private static List<Happenings> unshipped() {
        return ALL.stream()
                .filter(happened -> !any(happened, SHIPPED, DELIVERED))
                .toList();
    }

    private static List<Happenings> subsets() {
        Happened[] all = Happened.values();
        var subsets = new ArrayList<Happenings>();
        for (int bits = 0; bits < 1 << all.length; bits++) {
            var subset = EnumSet.of(CREATED);
            for (int i = 0; i < all.length; i++) {
                if ((bits & 1 << i) != 0) {
                    subset.add(all[i]);
                }
            }
            if ((bits & 1 << CREATED.ordinal()) != 0) {
                subsets.add(new Happenings(subset));
            }
        }
        return subsets;
    }
}

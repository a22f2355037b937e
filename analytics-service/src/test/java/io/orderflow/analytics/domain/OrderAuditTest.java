package io.orderflow.analytics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.analytics.Story;
import io.orderflow.events.AboutOrder;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.NotificationFailed;
import io.orderflow.events.NotificationSent;
import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.StockLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderAuditTest {
    private static final UUID ORDER = UUID.fromString("0198c5a1-0000-7000-8000-000000000001");
    private static final Instant PLACED = Instant.parse("2026-03-01T12:00:00.120Z");
    private static final Instant LATER = PLACED.plusSeconds(1);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Patience PATIENCE = new Patience(Duration.ofHours(1), Duration.ofHours(2));
    private static final Money HALF = new Money("EUR", new BigDecimal("12.90"));
    private static final Money DOLLARS = new Money("USD", new BigDecimal("25.80"));

    /// Each rule, a story that breaks it and nothing more than its name says, and one that comes close and does not.
    static Stream<Arguments> stories() {
        return Stream.of(
                rule("captured-once", with(Story.DELIVERED, captured("ch_2")), with(Story.DELIVERED, captured("ch_1"))),
                rule(
                        "refunded-once",
                        with(Story.OUT_OF_STOCK, refunded("re_2", Story.TOTAL)),
                        with(
                                Story.OUT_OF_STOCK,
                                Story.OUT_OF_STOCK.of(ORDER, PLACED, STEP).get(3))),
                rule(
                        "refund-within-capture",
                        List.of(captured("ch_1"), refunded("re_1", HALF), refunded("re_2", Story.TOTAL)),
                        List.of(captured("ch_1"), refunded("re_1", Story.TOTAL))),
                rule(
                        "refund-within-capture",
                        List.of(captured("ch_1"), refunded("re_1", DOLLARS)),
                        List.of(captured("ch_1"), refunded("re_1", HALF))),
                rule(
                        "money-balances",
                        without(Story.OUT_OF_STOCK, PaymentRefunded.class),
                        Story.OUT_OF_STOCK.of(ORDER, PLACED, STEP)),
                rule(
                        "money-balances",
                        with(Story.DELIVERED, refunded("re_1", HALF)),
                        Story.DELIVERED.of(ORDER, PLACED, STEP)),
                rule(
                        "one-end",
                        with(Story.DECLINED, new OrderCancelled(ORDER, LATER, "deadline-passed")),
                        with(
                                Story.DECLINED,
                                new OrderFailed(ORDER, PLACED.plus(STEP).plus(STEP), "card-declined"))),
                rule(
                        "one-end",
                        with(Story.DELIVERED, new OrderFailed(ORDER, LATER, "card-declined")),
                        Story.DELIVERED.of(ORDER, PLACED, STEP)),
                rule(
                        "shipped-once",
                        with(Story.DELIVERED, new OrderShipped(ORDER, LATER, "Carrier", "T2")),
                        with(Story.DELIVERED, new OrderShipped(ORDER, LATER, "Carrier", "T1"))),
                rule(
                        "shipped-only-if-paid-and-deducted",
                        without(Story.DELIVERED, PaymentProcessed.class),
                        without(Story.DELIVERED, NotificationSent.class)),
                rule(
                        "shipped-only-if-paid-and-deducted",
                        without(Story.SHIPPED, InventoryUpdated.class),
                        Story.SHIPPED.of(ORDER, PLACED, STEP)),
                rule(
                        "not-shipped-if-cancelled",
                        with(Story.SHIPPED, new ShippingCancelled(ORDER, LATER, "requested-by-customer")),
                        Story.CANCELLED_TOO_LATE.of(ORDER, PLACED, STEP)),
                rule(
                        "nothing-stays-deducted",
                        without(Story.ADDRESS_REFUSED, InventoryReleased.class),
                        without(Story.ADDRESS_REFUSED, OrderFailed.class, InventoryReleased.class)),
                rule(
                        "nothing-stays-deducted",
                        with(
                                without(Story.ADDRESS_REFUSED, InventoryReleased.class),
                                new InventoryReleased(ORDER, LATER, List.of(new StockLine("MUG-BLUE", 1)))),
                        Story.ADDRESS_REFUSED.of(ORDER, PLACED, STEP)),
                rule(
                        "told-once",
                        with(Story.DELIVERED, letter("v1.order.delivered")),
                        with(Story.DELIVERED, letter("v1.order.shipped"))),
                rule(
                        "refund-open",
                        with(
                                without(Story.REFUND_REFUSED, PaymentRefunded.class, OrderFailed.class),
                                new PaymentRefundFailed(ORDER, LATER, Story.TOTAL, "provider-unavailable")),
                        without(Story.REFUND_REFUSED, OrderFailed.class)));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void a_rule_finds_the_story_that_breaks_it_and_no_other(
            String rule, List<AboutOrder> broken, List<AboutOrder> holding) {
        assertThat(rules(OrderAudit.findings(broken))).contains(rule);
        assertThat(rules(OrderAudit.findings(holding))).doesNotContain(rule);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void neither_order_nor_repetition_makes_a_difference(
            String rule, List<AboutOrder> broken, List<AboutOrder> holding) {
        for (var facts : List.of(broken, holding)) {
            var again = new ArrayList<>(facts.reversed());
            again.addAll(facts);

            assertThat(OrderAudit.findings(again))
                    .describedAs(rule)
                    .containsExactlyInAnyOrderElementsOf(OrderAudit.findings(facts));
        }
    }

    @Test
    void every_rule_has_its_story() {
        assertThat(Stream.concat(stories().map(story -> story.get()[0]), Stream.of("stuck", "end-told")))
                .containsAll(
                        OrderAudit.rules().stream().<Object>map(rule -> rule).toList());
    }

    @ParameterizedTest
    @EnumSource
    void what_goes_as_it_should_breaks_no_rule(Story story) {
        assertThat(OrderAudit.findings(story.of(ORDER, PLACED, STEP))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_that_is_still_underway_is_held_against_it(Story story) {
        var facts = story.of(ORDER, PLACED, STEP);
        for (int told = 0; told <= facts.size(); told++) {
            assertThat(rules(OrderAudit.findings(facts.subList(0, told)))).isSubsetOf("refund-open");
        }
    }

    @Test
    void an_order_that_takes_too_long_is_stuck_until_it_is_shipped() {
        var placed = Story.DELIVERED.of(ORDER, PLACED, STEP).subList(0, 2);
        Instant deadline = PLACED.plus(PATIENCE.undecided());

        assertThat(OrderAudit.findings(placed, deadline.minusMillis(1), PATIENCE))
                .isEmpty();
        assertThat(OrderAudit.nextDeadline(placed, deadline.minusMillis(1), PATIENCE))
                .contains(deadline);
        assertThat(rules(OrderAudit.findings(placed, deadline, PATIENCE))).containsExactly("stuck");
        assertThat(OrderAudit.nextDeadline(placed, deadline, PATIENCE)).isEmpty();
        assertThat(OrderAudit.findings(Story.SHIPPED.of(ORDER, PLACED, STEP), deadline, PATIENCE))
                .isEmpty();
    }

    @Test
    void an_end_of_which_nobody_was_told_is_found_after_a_while() {
        var silent = Story.OUT_OF_STOCK.of(ORDER, PLACED, STEP);
        Instant deadline = PLACED.plus(STEP.multipliedBy(4)).plus(PATIENCE.letter());

        assertThat(OrderAudit.findings(silent, deadline.minusMillis(1), PATIENCE))
                .isEmpty();
        assertThat(OrderAudit.nextDeadline(silent, LATER, PATIENCE)).contains(deadline);
        assertThat(rules(OrderAudit.findings(silent, deadline, PATIENCE))).containsExactly("end-told");
        assertThat(OrderAudit.findings(with(silent, letter("v1.order.failed")), deadline, PATIENCE))
                .isEmpty();
        assertThat(OrderAudit.findings(
                        with(
                                silent,
                                new NotificationFailed(ORDER, LATER, UUID.randomUUID(), "v1.order.failed", "Full.")),
                        deadline,
                        PATIENCE))
                .isEmpty();
        assertThat(rules(OrderAudit.findings(with(silent, letter("v1.payment.refunded")), deadline, PATIENCE)))
                .containsExactly("end-told");
    }

    @Test
    void what_was_found_names_the_figures_and_nobody() {
        assertThat(OrderAudit.findings(without(Story.OUT_OF_STOCK, PaymentRefunded.class)))
                .containsExactly(new Finding(
                        "money-balances",
                        "Captured were EUR 25.80, refunded nothing; the difference should be nothing."));
    }

    @Test
    void every_rule_is_put_into_words() {
        assertThat(AuditRule.all())
                .extracting(AuditRule::rule)
                .containsAll(OrderAudit.rules())
                .contains("stock-balances", "figures-agree")
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
        assertThat(AuditRule.all()).extracting(AuditRule::words).allMatch(words -> words.endsWith("."));
    }

    private static Arguments rule(String rule, List<AboutOrder> broken, List<AboutOrder> holding) {
        return Arguments.of(rule, broken, holding);
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private static List<AboutOrder> with(Story story, AboutOrder... more) {
        return with(story.of(ORDER, PLACED, STEP), more);
    }

    private static List<AboutOrder> with(List<AboutOrder> facts, AboutOrder... more) {
        return Stream.concat(facts.stream(), Arrays.stream(more)).toList();
    }

    @SafeVarargs
    private static List<AboutOrder> without(Story story, Class<? extends AboutOrder>... types) {
        return story.of(ORDER, PLACED, STEP).stream()
                .filter(fact -> Arrays.stream(types).noneMatch(type -> type.isInstance(fact)))
                .toList();
    }

    private static PaymentProcessed captured(String reference) {
        return new PaymentProcessed(ORDER, PLACED.plus(STEP), Story.TOTAL, reference);
    }

    private static PaymentRefunded refunded(String reference, Money amount) {
        return new PaymentRefunded(ORDER, LATER, amount, "out-of-stock", reference);
    }

    private static NotificationSent letter(String template) {
        return new NotificationSent(ORDER, LATER, UUID.randomUUID(), template, "inbox");
    }
}

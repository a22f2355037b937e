package io.orderflow.analytics.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.analytics.Story;
import io.orderflow.events.AboutOrder;
import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.messaging.Envelope;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every order in which the facts of an order can come, on a real database: one order for each. All of them are
/// told side by side, so a turn is one batch.
@ServiceTest
class EveryOrderOfFactsTest {
    private static final Instant PLACED = Instant.parse("2026-03-01T12:00:00.120Z");
    private static final Duration STEP = Duration.ofMillis(100);

    @Autowired
    private KeepingFacts keeping;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void a_saga_is_the_same_whatever_came_first(Story story) {
        var tellings = everyTelling(story);

        for (List<AboutOrder> turn : turns(tellings)) {
            keep(turn);
        }

        assertAllEnd(story, tellings);
    }

    @ParameterizedTest
    @EnumSource
    void a_saga_is_the_same_when_all_comes_in_one_batch(Story story) {
        var tellings = everyTelling(story);

        keep(tellings.stream().flatMap(List::stream).toList());

        assertAllEnd(story, tellings);
    }

    @ParameterizedTest
    @EnumSource
    void a_saga_is_the_same_when_all_comes_twice(Story story) {
        var tellings = everyTelling(story);

        for (List<AboutOrder> turn : turns(tellings)) {
            keep(turn);
            keep(turn);
        }
        for (List<AboutOrder> turn : turns(tellings).reversed()) {
            keep(turn);
        }

        assertAllEnd(story, tellings);
    }

    @Test
    void a_story_that_is_told_anew_with_later_times_keeps_its_first_ones() {
        UUID firstThenAnew = Ids.next();
        UUID anewThenFirst = Ids.next();
        Instant later = PLACED.plus(Duration.ofHours(1));

        keep(Story.SHIPPED.of(firstThenAnew, PLACED, STEP));
        keep(Story.SHIPPED.of(firstThenAnew, later, STEP));
        keep(Story.SHIPPED.of(anewThenFirst, later, STEP));
        keep(Story.SHIPPED.of(anewThenFirst, PLACED, STEP));

        assertThat(ends(new UUID[] {firstThenAnew, anewThenFirst}))
                .containsExactly(end(Story.SHIPPED).replace("00:00:00.4", "01:00:00.4"));
    }

    @Test
    void what_is_heard_of_an_order_takes_it_from_whoever_is_judging_it_on_less() {
        UUID order = Ids.next();
        List<AboutOrder> story = Story.SHIPPED.of(order, PLACED, STEP);
        keep(story.subList(0, 1));
        jdbc.sql("update saga set lease = gen_random_uuid(), due_at = now() + interval '1 minute' where order_id = ?")
                .param(order)
                .update();

        keep(story.subList(1, 2));

        assertThat(jdbc.sql("""
                        select lease is null and due_at > now() + interval '23 hours'
                          from saga where order_id = ?""").param(order).query(Boolean.class).single()).isTrue();
    }

    private void assertAllEnd(Story story, Collection<List<AboutOrder>> tellings) {
        assertThat(ends(orders(tellings))).containsExactly(end(story));
    }

    /// All that differs among the rows of these orders.
    private List<String> ends(UUID[] orders) {
        return jdbc.sql("""
                        select distinct concat_ws(' ', status, awaits, currency, total, captured, refunded,
                               failure_reason, cancellation_reason, first_at at time zone 'UTC', last_fact,
                               (last_at - first_at), (ended_at - placed_at), (paid_at - placed_at),
                               (deducted_at - paid_at), (shipped_at - deducted_at), (payment_failed_at - placed_at),
                               (deduction_failed_at - paid_at), (shipping_failed_at - deducted_at),
                               (refunded_at - paid_at), (released_at - deducted_at), (failed_at - placed_at),
                               'delivered ' || (delivered_at - placed_at),
                               'asked ' || (cancellation_requested_at - placed_at),
                               'called off ' || (shipping_cancelled_at - placed_at),
                               'voided ' || (voided_at - placed_at), 'refused ' || (refund_failed_at - placed_at),
                               'open since ' || refund_open_since, 'cancelled ' || (cancelled_at - placed_at))
                          from saga where order_id = any(:orders)""").param("orders", orders).query(String.class).list();
    }

    private static String end(Story story) {
        return switch (story) {
            case SHIPPED ->
                "SHIPPED {v1.order.delivered} EUR 25.80 25.80 2026-03-01 12:00:00.12 v1.notification.sent"
                        + " 00:00:00.4 00:00:00.1 00:00:00.1 00:00:00.1";
            case DECLINED ->
                "FAILED {} EUR 25.80 card-declined 2026-03-01 12:00:00.12 v1.notification.failed"
                        + " 00:00:00.3 00:00:00.2 00:00:00.1 00:00:00.2";
            case OUT_OF_STOCK ->
                "FAILED {} EUR 25.80 25.80 25.80 out-of-stock 2026-03-01 12:00:00.12 v1.order.failed"
                        + " 00:00:00.4 00:00:00.4 00:00:00.1 00:00:00.1 00:00:00.2 00:00:00.4";
            case ADDRESS_REFUSED ->
                "FAILED {} EUR 25.80 25.80 25.80 address-refused 2026-03-01 12:00:00.12 v1.order.failed"
                        + " 00:00:00.5 00:00:00.5 00:00:00.1 00:00:00.1 00:00:00.1 00:00:00.3 00:00:00.3 00:00:00.5";
            case DELIVERED ->
                "DELIVERED {} EUR 25.80 25.80 2026-03-01 12:00:00.12 v1.notification.sent"
                        + " 00:00:00.5 00:00:00.4 00:00:00.1 00:00:00.1 00:00:00.1 delivered 00:00:00.4";
            case CANCELLED ->
                "CANCELLED {} EUR 25.80 25.80 25.80 requested-by-customer 2026-03-01 12:00:00.12 v1.order.cancelled"
                        + " 00:00:00.5 00:00:00.5 00:00:00.1 00:00:00.3"
                        + " asked 00:00:00.2 called off 00:00:00.3 cancelled 00:00:00.5";
            case CANCELLED_AT_ONCE ->
                "CANCELLED {} EUR 25.80 requested-by-customer 2026-03-01 12:00:00.12 v1.order.cancelled"
                        + " 00:00:00.4 00:00:00.4 asked 00:00:00.1 called off 00:00:00.2 voided 00:00:00.3"
                        + " cancelled 00:00:00.4";
            case CANCELLED_TOO_LATE ->
                "DELIVERED {} EUR 25.80 25.80 2026-03-01 12:00:00.12 v1.order.delivered 00:00:00.4 00:00:00.4"
                        + " 00:00:00.1 00:00:00.1 00:00:00.1 delivered 00:00:00.4 asked 00:00:00.2";
            case REFUND_REFUSED ->
                "FAILED {} EUR 25.80 25.80 25.80 out-of-stock 2026-03-01 12:00:00.12 v1.payment.refunded"
                        + " 00:00:00.4 00:00:00.4 00:00:00.1 00:00:00.1 00:00:00.3 00:00:00.4 refused 00:00:00.3";
        };
    }

    private void keep(List<AboutOrder> facts) {
        keeping.keep(facts.stream().map(EveryOrderOfFactsTest::heard).toList());
    }

    private static Heard<Fact> heard(Fact fact) {
        String type = EventTypes.keyOf(fact.getClass());
        String sayer = EventTypes.sayerOf(fact.getClass());
        return new Heard<>(
                fact, new Envelope(Ids.next(), type, sayer, fact.subject(), fact.occurredAt(), null, null, 1));
    }

    private static UUID[] orders(Collection<List<AboutOrder>> tellings) {
        return tellings.stream().map(facts -> facts.getFirst().orderId()).toArray(UUID[]::new);
    }

    /// The first facts of all tellings, the second facts of all, and so on.
    private static List<List<AboutOrder>> turns(List<List<AboutOrder>> tellings) {
        return IntStream.range(0, tellings.getFirst().size())
                .mapToObj(
                        turn -> tellings.stream().map(facts -> facts.get(turn)).toList())
                .toList();
    }

    private static List<List<AboutOrder>> everyTelling(Story story) {
        var positions = new ArrayList<List<Integer>>();
        permute(
                IntStream.range(0, story.of(Ids.next(), PLACED, STEP).size())
                        .boxed()
                        .toList(),
                List.of(),
                positions);
        return positions.stream()
                .map(order -> {
                    List<AboutOrder> facts = story.of(Ids.next(), PLACED, STEP);
                    return order.stream().<AboutOrder>map(facts::get).toList();
                })
                .toList();
    }

    private static void permute(List<Integer> left, List<Integer> soFar, List<List<Integer>> all) {
        if (left.isEmpty()) {
            all.add(soFar);
        }
        for (Integer next : left) {
            var rest = new ArrayList<>(left);
            rest.remove(next);
            var longer = new ArrayList<>(soFar);
            longer.add(next);
            permute(rest, longer, all);
        }
    }
}

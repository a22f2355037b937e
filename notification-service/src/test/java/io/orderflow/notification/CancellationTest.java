package io.orderflow.notification;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.notification.OrderFacts.BY_CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.NotificationSent;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The whole service on a real broker and a real database: what customers read who wanted to cancel.
@ServiceTest
class CancellationTest {
    private static final String TOO_LATE = "v1.order.cancellation-requested";

    @Autowired
    private FactsOnTheWire facts;

    @LocalServerPort
    private int port;

    private final OrderFacts order = OrderFacts.ofAda();
    private Desk desk;

    @BeforeEach
    void openTheDesk() {
        desk = new Desk(port);
    }

    @Test
    void a_cancelled_order_is_told_with_what_was_returned() {
        facts.arrive(
                order.created(),
                order.paid(),
                order.cancellationRequested(BY_CUSTOMER),
                order.cancelled(BY_CUSTOMER),
                order.refundedAsWished());

        eventually(() -> assertThat(sent())
                .containsExactlyInAnyOrder(
                        "v1.order.created", "v1.payment.processed", "v1.payment.refunded", "v1.order.cancelled"));
        assertThat(desk.messagesAbout(order.order()).getLast())
                .containsEntry("about", "v1.order.cancelled")
                .hasEntrySatisfying(
                        "body",
                        body -> assertThat((String) body)
                                .startsWith("Hello Ada Lovelace,\n\nyour order is cancelled, as you asked."));
    }

    @Test
    void a_wish_that_comes_too_late_is_answered_once_however_often_it_comes() {
        facts.arrive(order.created(), order.shipped());
        eventually(() -> assertThat(sent()).hasSize(2));
        UUID wish = facts.arrive(order.cancellationRequested(BY_CUSTOMER)).getFirst();
        facts.arriveAgain(wish);
        facts.arrive(order.cancellationRequested(BY_CUSTOMER), order.shipped(), order.delivered());

        eventually(() -> assertThat(sent())
                .containsExactlyInAnyOrder("v1.order.created", "v1.order.shipped", TOO_LATE, "v1.order.delivered"));
        assertThat(desk.messagesAbout(order.order()))
                .hasSize(4)
                .filteredOn(message -> TOO_LATE.equals(message.get("about")))
                .singleElement()
                .satisfies(message -> assertThat((String) message.get("body"))
                        .startsWith("Hello Ada Lovelace,\n\nyou asked us to cancel your order.")
                        .contains("Sunny Parcels", "SP-0042"));
    }

    @Test
    void a_wish_that_is_heard_before_the_parcel_and_the_customer_is_kept() {
        facts.arrive(order.cancellationRequested(BY_CUSTOMER));
        facts.arrive(order.shipped());
        eventually(() -> assertThat(desk.messagesAbout(order.order()))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).containsEntry("state", "WAITING")));
        facts.arrive(order.created());

        eventually(
                () -> assertThat(sent()).containsExactlyInAnyOrder("v1.order.created", "v1.order.shipped", TOO_LATE));
    }

    @Test
    void the_deadline_of_an_order_that_left_after_all_is_not_told() {
        facts.arrive(order.created(), order.cancellationRequested("deadline-passed"), order.shipped());
        facts.arrive(order.delivered());

        eventually(() -> assertThat(sent())
                .containsExactlyInAnyOrder("v1.order.created", "v1.order.shipped", "v1.order.delivered"));
        assertThat(desk.messagesAbout(order.order())).hasSize(3);
    }

    private List<String> sent() {
        return facts.said(NotificationSent.class, order.order()).stream()
                .map(heard -> heard.fact().template())
                .toList();
    }
}

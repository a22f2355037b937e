package io.orderflow.analytics.domain;

import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.NotificationSent;
import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What must hold of the facts of one order once all of them have arrived, whatever the time is.
public enum OrderRule {
    CAPTURED_ONCE(
            "No order is charged twice: the provider's charges of it are one.",
            story -> atMostOne(story.named(PaymentProcessed.class, PaymentProcessed::providerReference), "captured")),
    REFUNDED_ONCE(
            "No order is refunded twice: the provider's refunds of it are one.",
            story -> atMostOne(story.named(PaymentRefunded.class, PaymentRefunded::providerReference), "refunded")),
    REFUND_WITHIN_CAPTURE("No order gets more back than was taken for it.", MoneyRules::refundWithinCapture),
    MONEY_BALANCES(
            "What was captured less what was refunded is the total of a shipped order, and nothing for one that"
                    + " ended FAILED or CANCELLED.",
            MoneyRules::balances),
    ONE_END(
            "An order ends once: FAILED, CANCELLED, or shipped and delivered, never two of them.",
            story -> found(
                    story.undone() && story.shipped()
                            || story.has(OrderFailed.class) && story.has(OrderCancelled.class),
                    "The order has more than one end: " + String.join(", ", ends(story)) + ".")),
    SHIPPED_ONCE(
            "An order is one shipment: its facts name one tracking number.",
            story -> found(
                    trackingNumbers(story) > 1, "The order has " + trackingNumbers(story) + " tracking numbers.")),
    SHIPPED_ONLY_IF_PAID_AND_DEDUCTED(
            "Only an order that is paid, and whose goods are deducted, is shipped.",
            story -> found(
                    story.shipped() && !(story.has(PaymentProcessed.class) && story.has(InventoryUpdated.class)),
                    "The order is shipped, and is " + (story.has(PaymentProcessed.class) ? "" : "not ") + "paid and "
                            + (story.has(InventoryUpdated.class) ? "" : "not ") + "deducted.")),
    NOT_SHIPPED_IF_CANCELLED(
            "What shipping said it will never ship, or what is cancelled, is not shipped.",
            story -> found(
                    story.shipped()
                            && (story.has(ShippingCancelled.class)
                                    || story.has(ShippingFailed.class)
                                    || story.has(OrderCancelled.class)),
                    "The order is shipped although it was called off.")),
    NOTHING_STAYS_DEDUCTED(
            "What was deducted for an order that ended FAILED or CANCELLED is put back, all of it.",
            story -> found(
                    story.undone() && !story.deducted().equals(story.released()),
                    "The order ended without being shipped; deducted were " + story.deducted() + ", put back "
                            + story.released() + ".")),
    TOLD_ONCE(
            "The customer is told each thing once: one message per template.",
            story -> found(
                    !toldTwice(story).isEmpty(),
                    "More than one message was sent about " + String.join(", ", toldTwice(story)) + ".")),
    REFUND_OPEN(
            "What is owed to the customer is paid back; where the provider does not do it, a person must act.",
            story -> found(
                    story.has(PaymentRefundFailed.class) && !story.has(PaymentRefunded.class),
                    "The refund was given up (" + String.join(", ", refusals(story)) + "): a person must act."));

    private final String words;
    private final Function<OrderStory, Optional<String>> judge;

    OrderRule(String words, Function<OrderStory, Optional<String>> judge) {
        this.words = words;
        this.judge = judge;
    }

    /// The rule's name, in kebab-case.
    public String rule() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What must hold, in a sentence.
    public String words() {
        return words;
    }

    Optional<Finding> judge(OrderStory story) {
        return judge.apply(story).map(detail -> new Finding(rule(), detail));
    }

    private static Optional<String> found(boolean broken, String detail) {
        return broken ? Optional.of(detail) : Optional.empty();
    }

    private static Optional<String> atMostOne(List<String> references, String done) {
        return found(
                references.size() > 1,
                "The order was " + done + " " + references.size() + " times: " + String.join(", ", references) + ".");
    }

    private static List<String> ends(OrderStory story) {
        return List.of(OrderFailed.class, OrderCancelled.class, OrderShipped.class, OrderDelivered.class).stream()
                .filter(story::has)
                .map(Class::getSimpleName)
                .toList();
    }

    private static long trackingNumbers(OrderStory story) {
        return Stream.concat(
                        story.all(OrderShipped.class).map(OrderShipped::trackingNumber),
                        story.all(OrderDelivered.class).map(OrderDelivered::trackingNumber))
                .distinct()
                .count();
    }

    private static List<String> toldTwice(OrderStory story) {
        return story.named(NotificationSent.class, NotificationSent::template).stream()
                .filter(template -> story.all(NotificationSent.class)
                                .filter(sent -> sent.template().equals(template))
                                .map(NotificationSent::notificationId)
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    private static List<String> refusals(OrderStory story) {
        return story.named(PaymentRefundFailed.class, PaymentRefundFailed::reason);
    }
}

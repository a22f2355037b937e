package io.orderflow.notification.domain;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.EventTypes;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.NotificationFailed;
import io.orderflow.events.NotificationSent;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCancelled;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderFailed;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.PaymentVoided;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a customer is told of an event: which letter, and the words that go into it.
///
/// @param about      the event, by its routing key, which is also the letter's name
/// @param occurredAt when that of which it tells happened
/// @param words      by the names that the letter gives them
public record Telling(String about, Instant occurredAt, Map<String, Object> words) {
    /// Copies the words.
    public Telling {
        words = Map.copyOf(words);
    }

    /// What the customer is told of this fact by itself; empty where it is none of their concern.
    public static Optional<Telling> of(AboutOrder fact) {
        return switch (fact) {
            case OrderCreated it -> told(it, Map.of("lines", lines(it), "total", Wording.of(it.total())));
            case PaymentProcessed it -> told(it, Map.of("amount", Wording.of(it.amount())));
            case PaymentFailed it ->
                told(it, Map.of("amount", Wording.of(it.amount()), "why", Wording.why(it.reason())));
            case PaymentRefunded it -> told(it, Map.of("amount", Wording.of(it.amount())));
            case InventoryUpdateFailed it -> told(it, Map.of("shortages", shortages(it)));
            case OrderShipped it -> told(it, parcel(it.carrier(), it.trackingNumber()));
            case OrderDelivered it -> told(it, parcel(it.carrier(), it.trackingNumber()));
            case ShippingFailed it -> told(it, Map.of("why", Wording.why(it.reason())));
            case OrderCancelled it -> told(it, Map.of("how", Wording.cancelled(it.reason())));
            case OrderFailed it -> told(it, Map.of("why", Wording.why(it.reason())));
            case OrderCancellationRequested _,
                    PaymentVoided _,
                    PaymentRefundFailed _,
                    InventoryUpdated _,
                    InventoryReleased _,
                    ShippingCancelled _,
                    NotificationSent _,
                    NotificationFailed _ -> Optional.empty();
        };
    }

    /// That the customer wanted to cancel an order which had left, or was about to.
    static Telling tooLate(UUID orderId, Instant askedAt, Parcel parcel) {
        Instant decidedAt = askedAt.isAfter(parcel.shippedAt()) ? askedAt : parcel.shippedAt();
        return telling(
                OrderCancellationRequested.class,
                orderId,
                decidedAt,
                parcel(parcel.carrier(), parcel.trackingNumber()));
    }

    private static Optional<Telling> told(AboutOrder fact, Map<String, Object> words) {
        return Optional.of(telling(fact.getClass(), fact.orderId(), fact.occurredAt(), words));
    }

    private static Telling telling(
            Class<? extends AboutOrder> event, UUID orderId, Instant occurredAt, Map<String, Object> words) {
        var all = new HashMap<>(words);
        all.put("orderId", orderId.toString());
        return new Telling(EventTypes.keyOf(event), occurredAt, all);
    }

    private static Map<String, Object> parcel(String carrier, String trackingNumber) {
        return Map.of("carrier", carrier, "trackingNumber", trackingNumber);
    }

    private static List<Map<String, Object>> lines(OrderCreated fact) {
        return fact.lines().stream()
                .map(line -> Map.<String, Object>of(
                        "quantity", line.quantity(), "sku", line.sku(), "price", Wording.of(line.unitPrice())))
                .toList();
    }

    private static List<Map<String, Object>> shortages(InventoryUpdateFailed fact) {
        return fact.shortages().stream()
                .map(one -> Map.<String, Object>of(
                        "sku", one.sku(), "requested", one.requested(), "available", one.available()))
                .toList();
    }
}

package io.orderflow.model;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Fact;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.inventory.domain.Decision;
import io.orderflow.model.Participant.Reply;
import io.orderflow.order.domain.Course;
import io.orderflow.order.domain.Happenings;
import io.orderflow.order.domain.OrderStatus;
import io.orderflow.payment.domain.Operation;
import io.orderflow.payment.domain.Outcome;
import io.orderflow.payment.domain.PaymentState;
import io.orderflow.shipping.domain.ShipmentState;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// What mutants do to facts and memories.
final class Tampering {
    static final Asking ANOTHER_KEY = new Asking() {
        @Override
        public UUID key(Operation operation, boolean first) {
            return first ? operation.key() : new UUID(0, operation.key().getLeastSignificantBits());
        }
    };

    static final Asking SILENCE_IS_REFUSAL = new Asking() {
        @Override
        public Reply silence(PaymentParticipant.Memory memory, UUID order) {
            return memory.payment(order).state() == PaymentState.CHARGING
                    ? memory.conclude(order, new Outcome.Declined("time-out"))
                    : Asking.super.silence(memory, order);
        }
    };

    static final Asking LATE_MONEY_STAYS = new Asking() {
        @Override
        public PaymentParticipant.Memory before(PaymentParticipant.Memory memory, UUID order, Outcome outcome) {
            return outcome instanceof Outcome.Captured
                    ? memory.changed(order, photo -> photo.with("callOff", null))
                    : memory;
        }
    };

    private Tampering() {}

    static Reply nothing(Object memory) {
        return new Reply(memory, List.of());
    }

    static Reply without(Class<? extends Fact> type, Reply reply) {
        return new Reply(
                reply.memory(),
                reply.said().stream().filter(fact -> !type.isInstance(fact)).toList());
    }

    /// Whether nothing was heard of the order before.
    static boolean isFirstOf(Fact fact, Object memory) {
        return !switch (memory) {
            case PaymentParticipant.Memory payment -> payment.payments().containsKey(orderOf(fact));
            case InventoryParticipant.Memory inventory -> inventory.deductions().containsKey(orderOf(fact));
            default -> throw new IllegalArgumentException(memory.toString());
        };
    }

    static ShippingCancelled granted(OrderCancellationRequested request) {
        return new ShippingCancelled(request.orderId(), request.occurredAt(), request.reason());
    }

    static PaymentProcessed paid(OrderCreated created) {
        return new PaymentProcessed(created.orderId(), Space.NOW, created.total(), "none");
    }

    static PaymentRefunded refunded(PaymentRefundFailed failed) {
        return new PaymentRefunded(failed.orderId(), Space.NOW, failed.amount(), failed.reason(), "none");
    }

    static InventoryReleased released(Fact fact) {
        return new InventoryReleased(orderOf(fact), Space.NOW, List.of());
    }

    /// A payment that was refunded begins to refund again, under another key.
    static Object refundingAgain(Object memory, Fact fact) {
        var now = (PaymentParticipant.Memory) memory;
        UUID order = orderOf(fact);
        if (now.payment(order).state() != PaymentState.REFUNDED) {
            return now;
        }
        return now.changed(order, photo -> {
            int next = (Integer) Objects.requireNonNull(photo.field("refundSequence")) + 1;
            return photo.with("state", PaymentState.REFUNDING).with("refundSequence", next);
        });
    }

    /// What was put back looks as if it were still out.
    static Object asIfDeducted(Object memory, Fact fact) {
        var now = (InventoryParticipant.Memory) memory;
        Photo photo = now.deductions().get(orderOf(fact));
        if (photo == null || photo.field("decision") != Decision.RELEASED || photo.field("decidedAt") == null) {
            return now;
        }
        Photo deducted = photo.with("decision", Decision.DEDUCTED).with("releasedAt", null);
        return new InventoryParticipant.Memory(Values.with(now.deductions(), orderOf(fact), deducted), now.product());
    }

    /// A shipment that was cancelled is open again.
    static Object reopened(Object memory, Fact fact) {
        var now = (ShippingParticipant.Memory) memory;
        Photo photo = now.shipments().get(orderOf(fact));
        if (photo == null || photo.field("state") != ShipmentState.CANCELLED) {
            return now;
        }
        Photo open = photo.with("state", ShipmentState.AWAITING).with("cancellationReason", null);
        return new ShippingParticipant.Memory(
                Values.with(now.shipments(), orderOf(fact), open), now.books(), now.tried());
    }

    /// All that happened to an order before is forgotten.
    static Object forgetful(Object memory, Fact fact) {
        return with(memory, fact, course -> course(Happenings.ofNewOrder(), course));
    }

    /// The end of an order is forgotten.
    static Object unended(Object memory, Fact fact) {
        return with(memory, fact, course -> course(course.happened(), course));
    }

    private static Course course(Happenings happened, Course before) {
        return new Course(happened, OrderStatus.PENDING, before.failure(), before.cancellation(), null);
    }

    private static Object with(Object memory, Fact fact, UnaryOperator<Course> change) {
        var now = (OrderParticipant.Memory) memory;
        UUID order = orderOf(fact);
        Photo photo = Objects.requireNonNull(now.orders().get(order));
        Photo changed = photo.with("course", change.apply(now.order(order).course()));
        return new OrderParticipant.Memory(Values.with(now.orders(), order, changed));
    }

    private static UUID orderOf(Fact fact) {
        return ((AboutOrder) fact).orderId();
    }
}

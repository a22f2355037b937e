package io.orderflow.inventory.domain;

import io.orderflow.events.Fact;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import io.orderflow.events.StockLine;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// The products whose stock a batch of facts may move: they are locked before anything is decided. Lines that are not
/// paid for move nothing, nor does what is only repeated, so neither waits for a product that many buy.
public final class Touched {
    private Touched() {}

    /// The SKUs, in their order.
    ///
    /// @param deductions of all orders that the facts are about
    /// @param facts      about to be heard
    public static Set<String> skus(Collection<Deduction> deductions, List<? extends Fact> facts) {
        var paid = new HashSet<UUID>();
        var calledOff = new HashSet<UUID>();
        for (Fact fact : facts) {
            switch (fact) {
                case PaymentProcessed it -> paid.add(it.orderId());
                case ShippingFailed it -> calledOff.add(it.orderId());
                case ShippingCancelled it -> calledOff.add(it.orderId());
                default -> {}
            }
        }
        var moving = new HashSet<UUID>();
        var skus = new TreeSet<String>();
        for (Deduction deduction : deductions) {
            UUID order = deduction.orderId();
            boolean moves = switch (deduction.decision()) {
                case WAITING -> deduction.paid() || paid.contains(order);
                case DEDUCTED -> calledOff.contains(order);
                case REFUSED, RELEASED -> false;
            };
            List<StockLine> known = deduction.lines();
            if (moves && known != null) {
                known.forEach(line -> skus.add(line.sku()));
            } else if (moves) {
                moving.add(order);
            }
        }
        for (Fact fact : facts) {
            if (fact instanceof OrderCreated created && moving.contains(created.orderId())) {
                created.lines().forEach(line -> skus.add(line.sku()));
            }
        }
        return skus;
    }
}

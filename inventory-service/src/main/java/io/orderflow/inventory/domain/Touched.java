package io.orderflow.inventory.domain;

import io.orderflow.events.Fact;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.ShippingFailed;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// The products whose stock a batch of facts may move: they are locked before anything is decided. Lines that are not
/// paid for move nothing, so an order that was just created does not wait for a product that many buy.
public final class Touched {
    private Touched() {}

    /// The SKUs, in their order.
    ///
    /// @param deductions of all orders that the facts are about
    /// @param facts      about to be heard
    public static Set<String> skus(Collection<Deduction> deductions, List<? extends Fact> facts) {
        Set<UUID> moving = new HashSet<>();
        deductions.stream().filter(Deduction::paid).map(Deduction::orderId).forEach(moving::add);
        for (Fact fact : facts) {
            switch (fact) {
                case PaymentProcessed paid -> moving.add(paid.orderId());
                case ShippingFailed failed -> moving.add(failed.orderId());
                default -> {}
            }
        }
        var skus = new TreeSet<String>();
        for (Fact fact : facts) {
            if (fact instanceof OrderCreated created && moving.contains(created.orderId())) {
                created.lines().forEach(line -> skus.add(line.sku()));
            }
        }
        deductions.stream()
                .filter(deduction -> moving.contains(deduction.orderId()))
                .flatMap(deduction -> deduction.movable().stream())
                .forEach(line -> skus.add(line.sku()));
        return skus;
    }
}

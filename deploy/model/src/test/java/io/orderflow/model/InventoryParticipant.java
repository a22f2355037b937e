package io.orderflow.model;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.Fact;
import io.orderflow.events.InventoryFact;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import io.orderflow.events.StockLine;
import io.orderflow.inventory.domain.Deduction;
import io.orderflow.inventory.domain.Product;
import io.orderflow.inventory.domain.Shelves;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The inventory service with one product on its shelf.
final class InventoryParticipant implements Participant {
    private final Product listed;

    InventoryParticipant(Space space) {
        this.listed = new Product(Space.SKU, "Mug", Space.PRICE, space.pieces());
    }

    /// What inventory remembers: one row per order, and the product.
    record Memory(Map<UUID, Photo> deductions, Photo product) {
        Deduction deduction(UUID order) {
            Photo photo = deductions.get(order);
            return photo == null ? new Deduction(order) : (Deduction) photo.develop();
        }

        long onHand() {
            return ((Product) product.develop()).onHand();
        }

        /// How many pieces orders hold.
        long held() {
            return deductions.keySet().stream().mapToLong(this::held).sum();
        }

        long held(UUID order) {
            return deduction(order).held().stream()
                    .mapToLong(StockLine::quantity)
                    .sum();
        }
    }

    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public Reply newborn() {
        return new Reply(new Memory(Map.of(), Photo.of(listed)), List.of());
    }

    @Override
    public Reply hear(Object memory, Fact fact) {
        Memory before = (Memory) memory;
        Product product = (Product) before.product().develop();
        Shelves shelves = sku -> sku.equals(Space.SKU) ? Optional.of(product) : Optional.empty();
        Deduction deduction = before.deduction(((AboutOrder) fact).orderId());
        List<InventoryFact> said = switch (fact) {
            case OrderCreated it -> deduction.hear(it, shelves, Space.NOW);
            case PaymentProcessed it -> deduction.hear(it, shelves, Space.NOW);
            case ShippingFailed it -> deduction.hear(it, shelves, Space.NOW);
            case ShippingCancelled it -> deduction.hear(it, shelves, Space.NOW);
            default -> throw new IllegalStateException("the model does not know what inventory does with " + fact);
        };
        Map<UUID, Photo> deductions = Values.with(before.deductions(), deduction.orderId(), Photo.of(deduction));
        return new Reply(new Memory(deductions, Photo.of(product)), said);
    }

    @Override
    public List<Deed> deeds(Object memory) {
        return List.of();
    }
}

package io.orderflow.inventory.domain;

import io.orderflow.events.InventoryFact;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.ShippingFailed;
import io.orderflow.events.Shortage;
import io.orderflow.events.StockLine;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an order takes from the stock: the facts heard of it, in whatever order they came, and the one decision that
/// follows from them. With the lines and the payment, all lines are deducted or none; what was deducted is put back
/// once, when shipping fails. A failure that is heard first stays as a tombstone: that order never takes anything.
@Entity
public class Deduction {
    @Id
    private UUID orderId;

    @Convert(converter = LinesAsText.class)
    private @Nullable List<StockLine> lines;

    private boolean paid;
    private boolean shippingFailed;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private @Nullable String reason;

    @Convert(converter = ShortagesAsText.class)
    private @Nullable List<Shortage> shortages;

    private @Nullable Instant decidedAt;
    private @Nullable Instant releasedAt;

    /// For JPA.
    protected Deduction() {}

    /// An order of which nothing was heard.
    public Deduction(UUID orderId) {
        this.orderId = orderId;
        this.decision = Decision.WAITING;
    }

    /// Notes what the order takes. Heard again after the decision, the answer is repeated.
    public List<InventoryFact> hear(OrderCreated fact, Shelves shelves, Instant now) {
        boolean again = lines != null;
        if (!again) {
            lines = Lines.of(fact);
        }
        return answer(again, shelves, now);
    }

    /// Notes that the order is paid. Heard again after the decision, the answer is repeated.
    public List<InventoryFact> hear(PaymentProcessed fact, Shelves shelves, Instant now) {
        boolean again = paid;
        paid = true;
        return answer(again, shelves, now);
    }

    /// Notes that the order will never be shipped: puts back exactly what was deducted, once.
    public List<InventoryFact> hear(ShippingFailed fact, Shelves shelves, Instant now) {
        if (shippingFailed) {
            return List.of();
        }
        shippingFailed = true;
        for (StockLine line : held()) {
            shelves.product(line.sku()).orElseThrow().putBack(line.quantity());
        }
        var released = new InventoryReleased(orderId, now, held());
        if (decision != Decision.REFUSED) {
            decision = Decision.RELEASED;
            releasedAt = now;
        }
        return List.of(released);
    }

    private List<InventoryFact> answer(boolean again, Shelves shelves, Instant now) {
        return switch (decision) {
            case WAITING -> lines != null && paid ? List.of(decide(lines, shelves, now)) : List.of();
            case DEDUCTED, REFUSED, RELEASED -> again ? List.of(standing()) : List.of();
        };
    }

    private InventoryFact decide(List<StockLine> wanted, Shelves shelves, Instant now) {
        decidedAt = now;
        List<Shortage> missing = Lines.shortages(wanted, shelves);
        if (missing.isEmpty()) {
            wanted.forEach(line -> shelves.product(line.sku()).orElseThrow().take(line.quantity()));
            decision = Decision.DEDUCTED;
        } else {
            boolean unknown =
                    wanted.stream().anyMatch(line -> shelves.product(line.sku()).isEmpty());
            reason = unknown ? "unknown-product" : "out-of-stock";
            shortages = missing;
            decision = Decision.REFUSED;
        }
        return standing();
    }

    private InventoryFact standing() {
        return switch (decision) {
            case DEDUCTED -> new InventoryUpdated(orderId, known(decidedAt), known(lines));
            case REFUSED -> new InventoryUpdateFailed(orderId, known(decidedAt), known(reason), known(shortages));
            case RELEASED ->
                new InventoryReleased(orderId, known(releasedAt), decidedAt == null ? List.of() : known(lines));
            case WAITING -> throw new IllegalStateException("nothing is decided about order " + orderId);
        };
    }

    private static <T> T known(@Nullable T noted) {
        return Objects.requireNonNull(noted, "a decision stands on what was noted");
    }

    /// The pieces that are out of the stock because of this order.
    public List<StockLine> held() {
        return decision == Decision.DEDUCTED ? known(lines) : List.of();
    }

    /// The pieces that may yet be taken or put back.
    List<StockLine> movable() {
        return switch (decision) {
            case WAITING, DEDUCTED -> lines == null ? List.of() : lines;
            case REFUSED, RELEASED -> List.of();
        };
    }

    /// The order.
    public UUID orderId() {
        return orderId;
    }

    /// What the order takes, by SKU; null while that is not known.
    public @Nullable List<StockLine> lines() {
        return lines;
    }

    /// Whether the payment was heard.
    public boolean paid() {
        return paid;
    }

    /// What was decided.
    public Decision decision() {
        return decision;
    }

    /// Why it was refused; null if it was not.
    public @Nullable String reason() {
        return reason;
    }

    /// When it was deducted or refused; null if it was neither.
    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    /// When it was released; null if it was not.
    public @Nullable Instant releasedAt() {
        return releasedAt;
    }
}

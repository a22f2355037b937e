package io.orderflow.inventory.domain;

import io.orderflow.events.InventoryFact;
import io.orderflow.events.InventoryReleased;
import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.ShippingCancelled;
import io.orderflow.events.ShippingFailed;
import io.orderflow.events.Shortage;
import io.orderflow.events.StockLine;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an order takes from the stock: the facts heard of it, in whatever order they came, and the one decision that
/// follows from them. With the lines and the payment, all lines are deducted or none. An order that will never be
/// shipped is called off, whatever the cause: what was deducted is put back, once. A call-off that is heard first stays
/// as a tombstone: that order never takes anything. What was said is repeated as it was to whoever asks again.
@Entity
public class Deduction {
    @Id
    private UUID orderId;

    @Convert(converter = LinesAsText.class)
    private @Nullable List<StockLine> lines;

    private boolean paid;

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

    /// Notes what the order takes. Heard again, all that was said is repeated.
    public List<InventoryFact> hear(OrderCreated fact, Shelves shelves, Instant now) {
        boolean again = lines != null;
        if (!again) {
            lines = Lines.of(fact);
        }
        return answer(again, shelves, now);
    }

    /// Notes that the order is paid. Heard again, all that was said is repeated.
    public List<InventoryFact> hear(PaymentProcessed fact, Shelves shelves, Instant now) {
        boolean again = paid;
        paid = true;
        return answer(again, shelves, now);
    }

    /// Calls the order off because it cannot be shipped. Heard again, the release is repeated.
    public List<InventoryFact> hear(ShippingFailed fact, Shelves shelves, Instant now) {
        return callOff(shelves, now);
    }

    /// Calls the order off because it was cancelled in time. Heard again, the release is repeated.
    public List<InventoryFact> hear(ShippingCancelled fact, Shelves shelves, Instant now) {
        return callOff(shelves, now);
    }

    private List<InventoryFact> answer(boolean again, Shelves shelves, Instant now) {
        if (decision == Decision.WAITING && lines != null && paid) {
            decide(lines, shelves, now);
            return standing();
        }
        return again ? standing() : List.of();
    }

    private void decide(List<StockLine> wanted, Shelves shelves, Instant now) {
        decidedAt = now;
        List<Shortage> missing = Lines.shortages(wanted, shelves);
        if (missing.isEmpty()) {
            Lines.take(wanted, shelves);
            decision = Decision.DEDUCTED;
        } else {
            reason = Lines.allListed(wanted, shelves) ? "out-of-stock" : "unknown-product";
            shortages = missing;
            decision = Decision.REFUSED;
        }
    }

    /// Repeats the release only, not the deduction: shipping answers a deduction, and would be asked for ever.
    private List<InventoryFact> callOff(Shelves shelves, Instant now) {
        if (releasedAt == null) {
            releasedAt = now;
            Lines.putBack(held(), shelves);
            decision = decision == Decision.REFUSED ? Decision.REFUSED : Decision.RELEASED;
        }
        return List.of(release(releasedAt));
    }

    private List<InventoryFact> standing() {
        var said = new ArrayList<InventoryFact>(2);
        if (decidedAt != null) {
            said.add(
                    shortages == null
                            ? new InventoryUpdated(orderId, decidedAt, known(lines))
                            : new InventoryUpdateFailed(orderId, decidedAt, known(reason), shortages));
        }
        if (releasedAt != null) {
            said.add(release(releasedAt));
        }
        return List.copyOf(said);
    }

    private InventoryReleased release(Instant at) {
        boolean deducted = decidedAt != null && shortages == null;
        return new InventoryReleased(orderId, at, deducted ? known(lines) : List.of());
    }

    private static <T> T known(@Nullable T noted) {
        return Objects.requireNonNull(noted, "a decision stands on what was noted");
    }

    /// The pieces that are out of the stock because of this order.
    public List<StockLine> held() {
        return decision == Decision.DEDUCTED ? known(lines) : List.of();
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

    /// When it was called off, and released what it held, if anything; null if it was not.
    public @Nullable Instant releasedAt() {
        return releasedAt;
    }
}

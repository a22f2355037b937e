package io.orderflow.usual.payment;

import io.orderflow.events.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The money of an order.
@Entity
@Table(indexes = @Index(columnList = "orderId"))
public class Payment {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private UUID orderId;
    private String currency;
    private BigDecimal amount;
    private String reference;
    private String status;
    private Instant at;

    /// For JPA.
    protected Payment() {}

    Payment(UUID orderId, Money amount, String reference, String status) {
        this.orderId = orderId;
        this.currency = amount.currency();
        this.amount = amount.amount();
        this.reference = reference;
        this.status = status;
        this.at = Instant.now();
    }

    Money amount() {
        return new Money(currency, amount);
    }

    String reference() {
        return reference;
    }

    void becomes(String newStatus) {
        status = newStatus;
    }
}

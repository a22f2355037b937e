package io.orderflow.usual.inventory;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The goods of an order: noted when it is placed, deducted when it is paid.
@Entity
@Table(indexes = @Index(columnList = "orderId"))
public class Deduction {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private UUID orderId;
    private String status;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "deduction_line",
            joinColumns = @JoinColumn(name = "deduction_id"),
            indexes = @Index(columnList = "deduction_id"))
    private List<WantedLine> lines = new ArrayList<>();

    /// For JPA.
    protected Deduction() {}

    Deduction(UUID orderId, List<WantedLine> lines) {
        this.orderId = orderId;
        this.lines = lines;
        this.status = "NOTED";
    }

    List<WantedLine> lines() {
        return lines;
    }

    void becomes(String newStatus) {
        status = newStatus;
    }
}

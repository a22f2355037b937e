package io.orderflow.tidy.domain;

import io.orderflow.events.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Uses all that a domain may use.
@Entity
public class Parcel {
    @Id
    private UUID id = new UUID(0, 0);

    private @Nullable String note;
    private byte[] label = {};

    public UUID id() {
        return id;
    }

    public int weigh(List<Money> contents, long[][] grams) {
        note = contents.isEmpty() ? null : "not empty";
        return label.length + grams.length + (note == null ? 0 : 1);
    }
}

package io.orderflow.usual.shipping;

import io.orderflow.events.Address;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The parcel of an order.
@Entity
@Table(indexes = @Index(columnList = "orderId"))
public class Shipment {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private UUID orderId;
    private String name;
    private String street;
    private String city;
    private String postalCode;
    private String country;
    private String status;
    private @Nullable String trackingNumber;

    /// For JPA.
    protected Shipment() {}

    Shipment(UUID orderId, Address to) {
        this.orderId = orderId;
        this.name = to.name();
        this.street = to.street();
        this.city = to.city();
        this.postalCode = to.postalCode();
        this.country = to.country();
        this.status = "NOTED";
    }

    void ship(String newTrackingNumber) {
        trackingNumber = newTrackingNumber;
        status = "SHIPPED";
    }

    String deliver() {
        status = "DELIVERED";
        return trackingNumber == null ? "" : trackingNumber;
    }
}

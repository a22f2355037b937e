package io.orderflow.usual.order;

import io.orderflow.events.Address;
import io.orderflow.events.Customer;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderLine;
import io.orderflow.events.PaymentMethod;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order, and how far it has come.
@Entity
@Table(name = "orders")
public class CustomerOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private String name;
    private String email;
    private String shipToName;
    private String street;
    private String city;
    private String postalCode;
    private String country;
    private String paymentToken;
    private String currency;
    private BigDecimal total;
    private String status;
    private Instant placedAt;

    @ElementCollection
    @CollectionTable(
            name = "order_line",
            joinColumns = @JoinColumn(name = "order_id"),
            indexes = @Index(columnList = "order_id"))
    private List<PricedLine> lines = new ArrayList<>();

    /// For JPA.
    protected CustomerOrder() {}

    CustomerOrder(OrderRequest request, List<PricedLine> lines, String currency) {
        this.name = request.customer().name();
        this.email = request.customer().email();
        this.shipToName = request.shipTo().name();
        this.street = request.shipTo().street();
        this.city = request.shipTo().city();
        this.postalCode = request.shipTo().postalCode();
        this.country = request.shipTo().country();
        this.paymentToken = request.payment().token();
        this.lines = lines;
        this.currency = currency;
        this.total = lines.stream().map(PricedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        this.status = "PENDING";
        this.placedAt = Instant.now();
    }

    OrderCreated created() {
        return new OrderCreated(
                id(),
                placedAt,
                new Customer(name, email),
                new Address(shipToName, street, city, postalCode, country),
                new PaymentMethod(paymentToken),
                lines.stream()
                        .map(line -> new OrderLine(line.sku(), line.quantity(), new Money(currency, line.unitPrice())))
                        .toList(),
                total());
    }

    UUID id() {
        return Objects.requireNonNull(id, "not saved");
    }

    String status() {
        return status;
    }

    Money total() {
        return new Money(currency, total);
    }

    void becomes(String newStatus) {
        status = newStatus;
    }
}

package io.orderflow.usual.order;

import io.orderflow.events.Money;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Placing orders.
@RestController
public class OrderController {
    private final OrderService orders;

    OrderController(OrderService orders) {
        this.orders = orders;
    }

    /// The answer.
    public record Accepted(UUID orderId, String status, Money total) {}

    @PostMapping("/orders")
    ResponseEntity<Accepted> place(@Valid @RequestBody OrderRequest request) {
        CustomerOrder order = orders.place(request);
        return ResponseEntity.accepted()
                .location(URI.create("/orders/" + order.id()))
                .body(new Accepted(order.id(), order.status(), order.total()));
    }
}

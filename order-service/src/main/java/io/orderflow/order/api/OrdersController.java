package io.orderflow.order.api;

import io.orderflow.messaging.web.OperatorAccess;
import io.orderflow.order.application.LookingUpOrders;
import io.orderflow.order.application.PlacingOrders;
import io.orderflow.order.domain.Order;
import io.orderflow.order.domain.OrderStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Placing orders, and looking at them.
@RestController
@RequestMapping("/orders")
class OrdersController {
    private final PlacingOrders placing;
    private final LookingUpOrders lookingUp;

    OrdersController(PlacingOrders placing, LookingUpOrders lookingUp) {
        this.placing = placing;
        this.lookingUp = lookingUp;
    }

    /// What the client is told of an accepted order.
    record Accepted(UUID orderId, OrderStatus status, Amount total, String accessToken) {
        /// As the order was when it was accepted: a repeated request has the same answer, however far it has come.
        static Accepted of(Order order) {
            return new Accepted(order.orderId(), OrderStatus.PENDING, Amount.of(order.total()), order.accessToken());
        }
    }

    @PostMapping
    ResponseEntity<Accepted> place(
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Pattern(regexp = "[\\x20-\\x7E]{1,255}", message = "must have 1 to 255 printable characters")
                    @Nullable
                    String key,
            @Valid @RequestBody OrderRequest request) {
        Order order = placing.place(request.wish(), key);
        return ResponseEntity.accepted()
                .location(URI.create("/orders/" + order.orderId()))
                .cacheControl(CacheControl.noStore())
                .body(Accepted.of(order));
    }

    @GetMapping("/{orderId}")
    ResponseEntity<OrderView> order(
            @PathVariable String orderId,
            @RequestHeader(name = "Order-Token", required = false) @Nullable String header,
            @RequestParam(name = "token", required = false) @Nullable String parameter) {
        String token = header == null ? parameter : header;
        UUID id = NoSuchOrder.unlessId(orderId);
        return (OperatorAccess.isOperator() ? lookingUp.find(id) : lookingUp.find(id, token))
                .map(found ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(OrderView.of(found)))
                .orElseThrow(NoSuchOrder::new);
    }

    @GetMapping
    OrdersPage page(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "status", required = false) @Nullable OrderStatus status,
            @RequestParam(name = "limit", defaultValue = "50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = 200, message = "must be at most 200")
                    int limit) {
        List<Order> orders = lookingUp.page(Cursor.read(after), status, limit + 1);
        boolean more = orders.size() > limit;
        List<Order> shown = more ? orders.subList(0, limit) : orders;
        return new OrdersPage(
                shown.stream().map(OrdersPage.Entry::of).toList(),
                more ? Cursor.after(shown.getLast().orderId()) : null);
    }
}

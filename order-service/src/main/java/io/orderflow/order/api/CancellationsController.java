package io.orderflow.order.api;

import io.orderflow.messaging.web.OperatorAccess;
import io.orderflow.messaging.web.Refusal;
import io.orderflow.order.application.CancellingOrders;
import io.orderflow.order.domain.Order;
import io.orderflow.order.domain.OrderStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Asking that an order be cancelled.
@RestController
class CancellationsController {
    private final CancellingOrders cancelling;

    CancellationsController(CancellingOrders cancelling) {
        this.cancelling = cancelling;
    }

    /// All that needs to be said stands in the path.
    record Nothing() {}

    /// What the asker is told.
    record Requested(
            UUID orderId, OrderStatus status, @Nullable CancellationView cancellation) {
        static Requested of(Order order) {
            return new Requested(order.orderId(), order.status(), CancellationView.of(order));
        }
    }

    @PostMapping("/orders/{orderId}/cancellation")
    ResponseEntity<Requested> cancel(
            @PathVariable String orderId,
            @RequestHeader(name = "Order-Token", required = false) @Nullable String header,
            @RequestParam(name = "token", required = false) @Nullable String parameter,
            @RequestBody(required = false) @Nullable Nothing nothing,
            HttpServletRequest request) {
        UUID id = NoSuchOrder.unlessId(orderId);
        return ask(id, header == null ? parameter : header, request)
                .map(CancellationsController::answer)
                .orElseThrow(NoSuchOrder::new);
    }

    private Optional<CancellingOrders.Answered> ask(UUID id, @Nullable String token, HttpServletRequest request) {
        if (!OperatorAccess.isOperator()) {
            return cancelling.ask(id, token);
        }
        OtherSite.refuse(request);
        return cancelling.ask(id);
    }

    private static ResponseEntity<Requested> answer(CancellingOrders.Answered answered) {
        Order order = answered.order();
        return switch (answered.answer()) {
            case ASKED, ASKED_BEFORE ->
                ResponseEntity.status(order.status() == OrderStatus.CANCELLED ? HttpStatus.OK : HttpStatus.ACCEPTED)
                        .location(URI.create("/orders/" + order.orderId()))
                        .cacheControl(CacheControl.noStore())
                        .body(Requested.of(order));
            case ALREADY_SHIPPED ->
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "order-already-shipped",
                        "Order already shipped",
                        "The order was shipped already; it cannot be cancelled any more.");
            case ALREADY_FAILED ->
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "order-already-failed",
                        "Order already failed",
                        "The order cannot be kept anyway and is not shipped; what was paid for it goes back.");
        };
    }
}

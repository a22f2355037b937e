package io.orderflow.payment.api;

import io.orderflow.payment.application.LookingUpPayments;
import io.orderflow.payment.application.RetryingRefunds;
import io.orderflow.payment.application.SettlingRefunds;
import io.orderflow.payment.domain.PaymentState;
import io.orderflow.payment.gateways.OutcomeUnknown;
import io.orderflow.payment.gateways.RefundAction;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What the operator does about a refund that failed.
@RestController
@RequestMapping("/payments/{orderId}/refund")
class RefundController {
    private final RetryingRefunds retrying;
    private final SettlingRefunds settling;
    private final LookingUpPayments looking;

    RefundController(RetryingRefunds retrying, SettlingRefunds settling, LookingUpPayments looking) {
        this.retrying = retrying;
        this.settling = settling;
        this.looking = looking;
    }

    @PostMapping("/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Retried retry(@PathVariable UUID orderId, Principal operator) {
        retrying.retry(orderId, operator.getName());
        return new Retried(orderId, PaymentState.REFUNDING);
    }

    @PostMapping("/settlement")
    SettlementView settle(@PathVariable UUID orderId, @Valid @RequestBody SettlementRequest request, Principal operator)
            throws OutcomeUnknown {
        return SettlementView.of(
                settling.settle(orderId, request.wantedReference(), request.note(), operator.getName()));
    }

    @GetMapping("/actions")
    List<RefundAction> actions(@PathVariable UUID orderId) {
        return looking.refundActions(orderId);
    }

    /// The answer to a retry: the refund is open again.
    record Retried(UUID orderId, PaymentState state) {}
}

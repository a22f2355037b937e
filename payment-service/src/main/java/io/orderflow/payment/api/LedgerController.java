package io.orderflow.payment.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orderflow.payment.application.LookingUpPayments;
import io.orderflow.payment.gateways.RefundActions;
import io.orderflow.payment.gateways.simulator.LedgerSummary;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The simulated provider's books, for the operator: `GET /simulator/ledger?orderId=` and
/// `/simulator/ledger/summary`.
@RestController
@RequestMapping("/simulator/ledger")
class LedgerController {
    private final LookingUpPayments looking;

    LedgerController(LookingUpPayments looking) {
        this.looking = looking;
    }

    @GetMapping
    LedgerView ledger(@RequestParam UUID orderId) {
        return LedgerView.of(looking.ledger(orderId));
    }

    /// The books, and beside them what people gave back in ways of which the books know nothing.
    record Summary(@JsonUnwrapped LedgerSummary books, List<RefundActions.Settled> settledElsewhere) {}

    @GetMapping("/summary")
    Summary summary() {
        return new Summary(looking.ledgerSummary(), looking.settledElsewhere());
    }
}

package io.orderflow.payment.api;

import io.orderflow.payment.application.LookingUpPayments;
import io.orderflow.payment.gateways.simulator.LedgerSummary;
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

    @GetMapping("/summary")
    LedgerSummary summary() {
        return looking.ledgerSummary();
    }
}

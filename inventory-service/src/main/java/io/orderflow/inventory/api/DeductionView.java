package io.orderflow.inventory.api;

import io.orderflow.events.StockLine;
import io.orderflow.inventory.domain.Decision;
import io.orderflow.inventory.domain.Deduction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was heard of an order and decided about its goods, as the operator sees it.
///
/// @param orderId    the order
/// @param decision   what was decided
/// @param lines      what it takes; null while its lines are not known
/// @param held       what is out of the stock because of it
/// @param paid       whether its payment was heard
/// @param reason     why it was refused; null if it was not
/// @param decidedAt  when it was deducted or refused; null if it was neither
/// @param releasedAt when it was called off; null if it was not
record DeductionView(
        UUID orderId,
        Decision decision,
        @Nullable List<StockLine> lines,
        List<StockLine> held,
        boolean paid,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        @Nullable Instant releasedAt) {
    static DeductionView of(Deduction deduction) {
        return new DeductionView(
                deduction.orderId(),
                deduction.decision(),
                deduction.lines(),
                deduction.held(),
                deduction.paid(),
                deduction.reason(),
                deduction.decidedAt(),
                deduction.releasedAt());
    }
}

package io.orderflow.order.domain;

import java.math.BigDecimal;

/// How many orders have fared alike, and what they come to.
///
/// @param status   where they stand
/// @param currency what they are priced in
/// @param happened all that happened to each
/// @param orders   how many there are
/// @param total    the sum of their totals
public record Figure(OrderStatus status, String currency, Happenings happened, long orders, BigDecimal total) {
    /// How many of them owe that.
    public long owing(Obligation obligation) {
        return !status.isEnd() && happened.owed().contains(obligation) ? orders : 0;
    }
}

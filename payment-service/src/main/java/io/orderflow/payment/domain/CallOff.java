package io.orderflow.payment.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/// Why an order is not to be paid for: the first of the failures and cancellations that were heard. It stays, and
/// calls for the money.
///
/// @param reason in kebab-case
/// @param cause  the message that told it, as the refund that it leads to keeps it
@Embeddable
record CallOff(
        @Column(name = "call_off_reason") String reason,
        @Column(name = "call_off_cause") String cause) {}

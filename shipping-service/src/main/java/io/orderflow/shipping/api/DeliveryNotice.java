package io.orderflow.shipping.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/// A carrier's word that goods were handed over.
///
/// @param trackingNumber the carrier's number of them
/// @param deliveredAt    when
record DeliveryNotice(
        @NotNull(message = "must be given")
        @Pattern(regexp = "[\\x21-\\x7E]{1,100}", message = "must have 1 to 100 printable characters, and no space")
        String trackingNumber,

        @NotNull(message = "must be given") Instant deliveredAt) {}

package io.orderflow.notification.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/// What left for the customer.
///
/// @param carrier        who carries it
/// @param trackingNumber the carrier's number of it
/// @param shippedAt      when it left
@Embeddable
public record Parcel(String carrier, String trackingNumber, Instant shippedAt) {}

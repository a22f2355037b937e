package io.orderflow.events;

/// How the customer pays.
///
/// @param token the payment provider's token of the card; never a card number
public record PaymentMethod(String token) {}

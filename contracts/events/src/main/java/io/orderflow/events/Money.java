package io.orderflow.events;

import java.math.BigDecimal;

/// An amount of money in one currency. On the wire `{"currency":"EUR","amount":"59.90"}`: a decimal string, never a
/// floating-point number.
///
/// @param currency ISO 4217 code, three capital letters
/// @param amount   in the currency's main unit, with the scale that the currency has
public record Money(String currency, BigDecimal amount) {}

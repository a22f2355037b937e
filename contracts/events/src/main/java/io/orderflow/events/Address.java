package io.orderflow.events;

/// Where an order goes.
///
/// @param name       who receives it
/// @param street     street and number
/// @param city       town
/// @param postalCode as the country writes it
/// @param country    ISO 3166-1 alpha-2 code, two capital letters
public record Address(String name, String street, String city, String postalCode, String country) {}

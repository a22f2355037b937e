package io.orderflow.events;

/// Who ordered.
///
/// @param name  as the customer writes it
/// @param email where to write to the customer
public record Customer(String name, String email) {}

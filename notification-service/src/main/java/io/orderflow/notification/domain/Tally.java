package io.orderflow.notification.domain;

/// How many messages of one kind there are in one state.
///
/// @param about the event that they tell of, by its routing key
/// @param state where they are on their way
/// @param count how many, 1 or more
public record Tally(String about, State state, long count) {}

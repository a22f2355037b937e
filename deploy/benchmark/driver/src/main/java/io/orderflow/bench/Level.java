package io.orderflow.bench;

/// What so many orders in flight give.
///
/// @param inFlight how many
/// @param rate     sagas a second that ended
record Level(int inFlight, double rate) {}

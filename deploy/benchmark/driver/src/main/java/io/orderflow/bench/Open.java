package io.orderflow.bench;

/// What the open loop found: how long things take at a rate that the system need not choose.
///
/// @param rate    orders a second
/// @param seconds for so long
/// @param post    from when the request was to be sent to its answer
/// @param saga    from when the request was to be sent to `OrderShipped`
/// @param costs   for each saga
record Open(int rate, int seconds, Latency post, Latency saga, Costs costs) {}

package io.orderflow.messaging;

import io.orderflow.events.Fact;

/// A fact together with the envelope it came in.
///
/// @param fact     what happened
/// @param envelope what the message said about it
/// @param <F>      the event type, or the family
public record Heard<F extends Fact>(F fact, Envelope envelope) {}

package io.orderflow.messaging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A reaction. The parameter type is the subscription: an event's record, or a sealed family for all that it permits.
/// One event type has one reaction in a service. The method takes one of
///
/// - `(F fact)`
/// - `(F fact, Envelope envelope)`
/// - `(List<Heard<F>> batch)`, for a read model that takes facts as they come, many at once
///
/// and returns nothing. It runs inside a transaction that it shares with the inbox and with the other facts of the
/// same batch, each event id at most once for ever. What it throws rolls all of that back; the batch is then run
/// again fact by fact, and the one that still fails goes up the retry ladder and at last to parking. It never calls
/// another system: that is [Work].
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ReactTo {}

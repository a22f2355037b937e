package io.orderflow.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The key under which an event travels, `v<major>.<subject>.<past-tense-verb>`: always three words, kebab-case
/// inside a word. It is also the event's type; no Java class name ever stands on the wire.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RoutingKey {
    /// The key, for example `v1.order.created`.
    String value();
}

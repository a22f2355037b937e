package io.orderflow.messaging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A method `void(List<? extends Fact> batch)` of a [Reactions] class that is called once for each batch, with the
/// facts that its reactions are about to be given, before the first of them. It locks every row that they will touch,
/// each table in one statement and in sorted order; without that, two instances deadlock each other under load.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LockFirst {}

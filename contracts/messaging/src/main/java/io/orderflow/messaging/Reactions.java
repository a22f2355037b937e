package io.orderflow.messaging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/// A class that holds what a service does when something happened elsewhere. Its [ReactTo] methods are the service's
/// subscriptions: queue, bindings, retry ladder, parking and broker permissions follow from them.
@Documented
@Component
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Reactions {}

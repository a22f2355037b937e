package io.orderflow.messaging;

import io.orderflow.events.Fact;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Stands on a service's application class and names the family of facts that this service says. The service's name
/// on the broker is the one in the family's `@SaidBy`; a service that says nothing gives only its name.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Says {
    /// The family, for example `OrderFact.class`; `Fact.class` for a service that says nothing.
    Class<? extends Fact> value() default Fact.class;

    /// The service's name, for a service that says nothing.
    String as() default "";
}

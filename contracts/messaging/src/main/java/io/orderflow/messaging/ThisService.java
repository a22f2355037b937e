package io.orderflow.messaging;

import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;

/// The service that this process is: its name on the broker, and the event types that it says.
///
/// @param name lower case, for example `payment`
/// @param says the event types of its family
public record ThisService(String name, Set<Class<? extends Fact>> says) {
    /// The service whose application class is among the beans.
    ///
    /// @throws IllegalStateException if there is not exactly one class with [Says]
    public static ThisService of(ListableBeanFactory beans) {
        Map<String, Object> applications = beans.getBeansWithAnnotation(Says.class);
        if (applications.size() != 1) {
            throw new IllegalStateException(
                    "one application class says what the service says, with @Says; found " + applications.keySet());
        }
        Says said = beans.findAnnotationOnBean(applications.keySet().iterator().next(), Says.class);
        if (said == null) {
            throw new IllegalStateException("@Says is gone");
        }
        return of(said);
    }

    static ThisService of(Says said) {
        return said.value() == Fact.class
                ? new ThisService(said.as(), Set.of())
                : new ThisService(EventTypes.sayerOf(said.value()), EventTypes.under(said.value()));
    }
}

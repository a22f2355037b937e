package io.orderflow.messaging.test;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/// Holds for a class that uses, of all that is Orderflow's, only its own service, the events and the starter.
final class StayInTheirService extends ArchCondition<JavaClass> {
    private static final String HOUSE = "io.orderflow.";
    private static final Set<String> COMMON = Set.of("events", "messaging");

    StayInTheirService() {
        super("use only their own service, the events and the starter");
    }

    @Override
    public void check(JavaClass resident, ConditionEvents events) {
        for (Dependency dependency : resident.getDirectDependenciesFromSelf()) {
            String target = serviceOf(dependency.getTargetClass());
            if (!target.isEmpty() && !target.equals(serviceOf(resident)) && !COMMON.contains(target)) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    /// The package below the house's own; empty for a class of somebody else.
    private static String serviceOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName() + ".";
        return name.startsWith(HOUSE) ? name.substring(HOUSE.length()).split("\\.", 2)[0] : "";
    }
}

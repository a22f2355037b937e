package io.orderflow.local;

import java.util.Optional;
import java.util.OptionalInt;

/// Decides which plan `up` follows: what runs stays where it is, what is asked for comes next, then the defaults.
final class Planning {
    private static final String AUTO = "auto";

    private Planning() {}

    /// The plan to follow.
    ///
    /// @param kept      the plan of the last time
    /// @param runs      whether anything of it still runs
    /// @param offset    the offset that is asked for
    /// @param instances the number of instances that is asked for
    static Plan decide(Optional<Plan> kept, boolean runs, Optional<String> offset, OptionalInt instances) {
        boolean auto = offset.filter(AUTO::equals).isPresent();
        if (kept.isPresent() && runs) {
            Plan now = kept.get();
            if (offset.isPresent() && !auto && Plan.of(offset.get(), 1).offset() != now.offset()) {
                throw new Refused("This checkout's system runs with ORDERFLOW_PORT_OFFSET=" + now.offset()
                        + ": deploy/down ends it, then deploy/up takes another.");
            }
            return now.withInstances(Math.max(now.instances(), instances.orElse(1)));
        }
        if (auto && kept.isPresent() && kept.get().offset() > 0) {
            Plan again = kept.get().withInstances(instances.orElse(1));
            if (again.ports().stream().allMatch(Plan.Port::free)) {
                return again;
            }
        }
        return Plan.of(offset.orElse("0"), instances.orElse(1));
    }
}

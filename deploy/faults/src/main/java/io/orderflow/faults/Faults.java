package io.orderflow.faults;

import io.orderflow.faults.services.FreezeService;
import java.util.List;

/// All faults that there are.
final class Faults {
    private Faults() {}

    static List<Fault> all() {
        return List.of(new FreezeService());
    }
}

package io.orderflow.local;

import java.util.ArrayList;
import java.util.List;

/// All instances of all services that the plan asks for.
final class Fleet {
    private Fleet() {}

    static List<ServiceProcess> of(State state, Plan plan) {
        var all = new ArrayList<ServiceProcess>();
        for (int instance = 1; instance <= plan.instances(); instance++) {
            for (Service service : Service.values()) {
                all.add(new ServiceProcess(state, plan, service, instance));
            }
        }
        return List.copyOf(all);
    }
}

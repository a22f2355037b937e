package io.orderflow.bench;

import java.util.List;
import java.util.Map;

/// All that was found of one system.
///
/// @param name            which
/// @param open            at a constant rate
/// @param closed          at full speed
/// @param idle            at rest, for each minute
/// @param rest            memory before the load
/// @param busy            memory at the end of the load
/// @param tally           what became of all orders
/// @param shippedBySecond sagas that ended in each second, from the first order on
record Side(
        String name,
        Open open,
        Closed closed,
        Costs idle,
        Map<String, Resident> rest,
        Map<String, Resident> busy,
        Tally tally,
        List<Integer> shippedBySecond) {}

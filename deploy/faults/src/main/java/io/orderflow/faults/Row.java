package io.orderflow.faults;

import io.orderflow.faults.invariants.Violation;
import io.orderflow.faults.load.Counts;
import java.util.ArrayList;
import java.util.List;

/// One strike in the report.
///
/// @param fault    its name
/// @param blow     what became of it
/// @param counts   what the customers went through from its begin until all had recovered
/// @param recovery how long it took to come back
/// @param found    what did not hold, by the quick look after it
record Row(String fault, Blow blow, Counts counts, Recovery recovery, List<Violation> found) {
    Row {
        found = List.copyOf(found);
    }

    boolean isSkipped() {
        return blow instanceof Blow.Skipped;
    }

    /// Everything about this strike for which the run fails; a sentence each.
    List<String> failures() {
        var failures = new ArrayList<String>();
        if (blow instanceof Blow.Landed landed) {
            if (landed.times() <= 0) {
                failures.add("it did not happen: 0 " + landed.proof());
            }
            failures.addAll(landed.broken());
            failures.addAll(recovery.failures());
        }
        found.forEach(violation -> failures.add(violation.told()));
        return failures.stream().map(failure -> fault + ": " + failure).toList();
    }
}

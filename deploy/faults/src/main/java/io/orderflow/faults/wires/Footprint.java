package io.orderflow.faults.wires;

import java.util.ArrayList;
import java.util.List;

/// What the instances of one service hold together.
///
/// @param instances      that run
/// @param brokerWires    connections to the broker as its wire counts them
/// @param brokerSessions as the broker counts them
/// @param databaseWires  connections to the database as its wire counts them
/// @param databaseSessions as PostgreSQL counts them
/// @param threads        of the processes
record Footprint(
        int instances, long brokerWires, long brokerSessions, long databaseWires, long databaseSessions, long threads) {
    /// `maximum-pool-size` of each instance, and the one by which its health looks whether the database answers.
    private static final int POOL_AND_PROBE = 13;

    /// Threads come and go with the load; a leak of one for each failed attempt is more than this.
    private static final int THREADS_THAT_COME_AND_GO = 12;

    /// What is held too much, or too little, compared with an earlier time; one sentence each.
    List<String> leaksSince(Footprint before, String service) {
        var leaks = new ArrayList<String>();
        if (brokerWires != before.brokerWires) {
            leaks.add("%s has %d connections to the broker, before it had %d"
                    .formatted(service, brokerWires, before.brokerWires));
        }
        if (brokerSessions != brokerWires) {
            leaks.add("the broker has %d connections of %s, which has %d"
                    .formatted(brokerSessions, service, brokerWires));
        }
        if (databaseWires > (long) POOL_AND_PROBE * instances) {
            leaks.add("%s has %d connections to its database, %d is all that its %d instances may have"
                    .formatted(service, databaseWires, POOL_AND_PROBE * instances, instances));
        }
        if (databaseSessions != databaseWires) {
            leaks.add("PostgreSQL has %d connections of %s, which has %d"
                    .formatted(databaseSessions, service, databaseWires));
        }
        if (threads > before.threads + (long) THREADS_THAT_COME_AND_GO * instances) {
            leaks.add("%s has %d threads, before it had %d".formatted(service, threads, before.threads));
        }
        return leaks;
    }
}

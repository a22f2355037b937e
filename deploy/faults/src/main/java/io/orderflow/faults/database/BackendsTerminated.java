package io.orderflow.faults.database;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Database;
import io.orderflow.faults.running.Service;
import java.time.Duration;

/// All sessions of all services are ended in the middle of whatever they do, several times.
public final class BackendsTerminated implements Fault {
    private static final String TERMINATE = """
            select count(*) from (
              select pg_terminate_backend(pid) as done from pg_stat_activity
               where datname = current_database() and pid <> pg_backend_pid() and usename = current_user) ended
             where done""";

    @Override
    public String name() {
        return "backends-terminated";
    }

    @Override
    public String expected() {
        return "what was open is rolled back and done again";
    }

    @Override
    public Blow strike(World world) throws Exception {
        long ended = 0;
        for (int round = 0; round < world.count(5, 15); round++) {
            for (Service service : Service.values()) {
                ended += Database.of(world.system(), service).number(TERMINATE);
            }
            world.whole();
            world.pass(Duration.ofMillis(world.random().nextInt(500, 3_000)));
        }
        return Blow.landed(ended, "sessions ended");
    }
}

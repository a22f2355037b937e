package io.orderflow.faults.services;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import java.util.ArrayList;

/// The power fails: all services, the broker and PostgreSQL die at once.
public final class KillEverything implements Fault {
    @Override
    public String name() {
        return "everything";
    }

    @Override
    public String expected() {
        return "after deploy/up all converges";
    }

    @Override
    public Blow strike(World world) throws Exception {
        var pids = new ArrayList<>(world.system().pids());
        pids.add(world.system().brokerPid());
        pids.add(world.system().postgresPid());
        int kills = 0;
        for (long pid : pids) {
            kills += Victim.kill(pid) ? 1 : 0;
        }
        world.say(kills + " of " + pids.size() + " processes were killed");
        world.system().up();
        world.whole();
        return Blow.landed(kills, "processes killed at once");
    }
}

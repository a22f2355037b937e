package io.orderflow.faults.database;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.Raising;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Database;
import io.orderflow.faults.running.Processes;
import io.orderflow.faults.running.Service;
import io.orderflow.faults.running.Signal;
import java.time.Duration;

/// PostgreSQL ends, and is started again a little later.
public final class PostgresEnds implements Fault {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final String name;
    private final Signal signal;

    private PostgresEnds(String name, Signal signal) {
        this.name = name;
        this.signal = signal;
    }

    /// An immediate stop: no checkpoint, nobody is asked; the next start recovers from the log.
    public static Fault killed() {
        return new PostgresEnds("postgres-kill", Signal.QUIT);
    }

    /// A fast stop: sessions are ended, what is open is rolled back.
    public static Fault restarted() {
        return new PostgresEnds("postgres-restart", Signal.INT);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String expected() {
        return "requests are refused meanwhile, what was open is rolled back, all waits and recovers";
    }

    @Override
    public Blow strike(World world) throws Exception {
        int ended = 0;
        for (int round = 0; round < world.count(1, 3); round++) {
            long pid = world.system().postgresPid();
            Processes.send(signal, pid);
            if (world.await(ENDS_WITHIN, () -> !Processes.alive(pid))) {
                ended++;
            }
            world.pass(AWAY);
            Raising.up(world, Database.of(world.system(), Service.ORDER)::answers);
        }
        return Blow.landed(ended, "times the postmaster was gone after SIG" + signal);
    }
}

package io.orderflow.faults.services;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.load.Mix;
import io.orderflow.faults.running.Database;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Both payment instances die while many charges are being made: the provider has taken the money of some,
/// and nobody here knows.
public final class KillPaymentCharging implements Fault {
    private static final Duration CHARGES_BEGIN = Duration.ofSeconds(8);
    private static final double TIMES = 1;

    /// Charged by a card that does nothing odd, and not known to be.
    private static final String IN_DOUBT = """
            select p.order_id from payment p join provider.entry e on e.order_id = p.order_id
             where p.state = 'CHARGING' and e.kind = 'CAPTURE' and e.card in ('tok_approved', 'tok_slow')""";

    @Override
    public String name() {
        return "kill-payment-charging";
    }

    @Override
    public String expected() {
        return "one charge each";
    }

    @Override
    public Blow strike(World world) throws Exception {
        world.load().become(Mix.SLOW, TIMES);
        Set<UUID> inDoubt = new HashSet<>();
        int rounds = world.count(2, 5);
        int kills = 0;
        for (int round = 0; round < rounds; round++) {
            world.pass(CHARGES_BEGIN.plusMillis(world.random().nextInt(3_000)));
            for (long pid : world.system().pids(Service.PAYMENT)) {
                kills += Victim.kill(pid) ? 1 : 0;
            }
            List<UUID> cutOff = database(world).rows(IN_DOUBT, row -> row.getObject(1, UUID.class));
            inDoubt.addAll(cutOff);
            world.say(
                    "both payment instances died, " + cutOff.size() + " charges between the provider and their commit");
            world.system().up();
        }
        world.whole();
        return Blow.landed(
                inDoubt.size(), "charges cut off between the provider's answer and the commit (" + kills + " kills)");
    }

    private static Database database(World world) {
        return Database.of(world.system(), Service.PAYMENT);
    }
}

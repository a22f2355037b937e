package io.orderflow.faults;

import io.orderflow.faults.broker.BrokerAlarm;
import io.orderflow.faults.broker.BrokerEnds;
import io.orderflow.faults.broker.BrokerFreezes;
import io.orderflow.faults.broker.BrokerStops;
import io.orderflow.faults.broker.ConnectionsClosed;
import io.orderflow.faults.database.BackendsTerminated;
import io.orderflow.faults.database.PostgresEnds;
import io.orderflow.faults.demand.HotSku;
import io.orderflow.faults.demand.Overload;
import io.orderflow.faults.demand.ProviderTrouble;
import io.orderflow.faults.messages.Duplicates;
import io.orderflow.faults.messages.Forged;
import io.orderflow.faults.messages.Poisoned;
import io.orderflow.faults.messages.Shuffled;
import io.orderflow.faults.services.FreezeService;
import io.orderflow.faults.services.KillEverything;
import io.orderflow.faults.services.KillOrderAnswering;
import io.orderflow.faults.services.KillPaymentCharging;
import io.orderflow.faults.services.KillRelay;
import io.orderflow.faults.services.KillServices;
import io.orderflow.faults.services.RollingRestart;
import io.orderflow.faults.wires.WireFaults;
import java.util.ArrayList;
import java.util.List;

/// All faults that there are.
final class Faults {
    private Faults() {}

    static List<Fault> all() {
        var all = new ArrayList<Fault>(List.of(
                new KillServices(),
                new KillOrderAnswering(),
                new KillPaymentCharging(),
                new KillRelay(),
                new FreezeService(),
                new RollingRestart(),
                BrokerEnds.killed(),
                BrokerEnds.restarted(),
                new BrokerStops(),
                new BrokerFreezes(),
                BrokerAlarm.memory(),
                BrokerAlarm.disk(),
                new ConnectionsClosed(),
                PostgresEnds.killed(),
                PostgresEnds.restarted(),
                new BackendsTerminated(),
                new ProviderTrouble(),
                new Duplicates(),
                Shuffled.inAnyOrder(),
                Shuffled.cancellationsFirst(),
                new Poisoned(),
                new Forged(),
                new HotSku(),
                new Overload(),
                new KillEverything()));
        all.addAll(WireFaults.all());
        return List.copyOf(all);
    }
}

package io.orderflow.faults.wires;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A TCP proxy from one address to one target, whose [Condition] can be changed at any time, for connections that are
/// and for those to come.
///
/// What comes while it is silent is kept, up to a bound, and delivered once it is whole again, as TCP delivers after a
/// partition by sending again: so a commit, or a publish, that its sender has long given up still arrives. Networks
/// that forget their connections meanwhile (a firewall, an address translation) are silence followed by
/// [Condition.Broken].
public final class Wire implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSocket entrance;
    private final Target target;
    private final Regime regime = new Regime();
    private final Tally tally = new Tally();
    private final Set<Crossing> crossings = ConcurrentHashMap.newKeySet();

    private Wire(ServerSocket entrance, Target target) {
        this.entrance = entrance;
        this.target = target;
    }

    /// Lays a whole wire.
    ///
    /// @param at     where to listen; port 0 for any that is free
    /// @param target where it leads
    /// @throws IOException if nobody can listen there
    public static Wire lay(InetSocketAddress at, Target target) throws IOException {
        var entrance = new ServerSocket();
        try {
            entrance.setReuseAddress(true);
            entrance.bind(at, BACKLOG);
        } catch (IOException taken) {
            entrance.close();
            throw taken;
        }
        var wire = new Wire(entrance, target);
        Thread.ofVirtual().name("wire " + entrance.getLocalPort()).start(wire::accept);
        return wire;
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return (InetSocketAddress) entrance.getLocalSocketAddress();
    }

    public Condition condition() {
        return regime.now();
    }

    /// Changes how it is from here on.
    public void become(Condition next) {
        regime.become(next);
        if (next instanceof Condition.Broken) {
            cut();
        }
    }

    /// Resets all connections that are, and lets others come.
    public void cut() {
        crossings.forEach(Crossing::cut);
    }

    public Counts counts() {
        return tally.counts(
                crossings.size(), crossings.stream().mapToLong(Crossing::inside).sum());
    }

    /// Resets everything and listens no more.
    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException _) {
            // it listens no more, either way
        }
        become(new Condition.Broken());
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                take(entrance.accept());
            } catch (IOException _) {
                // closed, or the one who connected has gone again
            }
        }
    }

    private void take(Socket near) {
        var crossing = new Crossing(tally.connected(), near, target, regime, tally);
        crossings.add(crossing);
        crossing.start(crossings::remove);
        if (regime.now() instanceof Condition.Broken) {
            crossing.cut();
        }
    }
}

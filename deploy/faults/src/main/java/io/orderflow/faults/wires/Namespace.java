package io.orderflow.faults.wires;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A network namespace of the kernel with a cable into it: a machine of its own, as far as TCP can tell.
final class Namespace implements AutoCloseable {
    private static final int TRIES = 200;

    private final int number;
    private final Thread atTheLatest = new Thread(this::remove);

    private Namespace(int number) {
        this.number = number;
        Runtime.getRuntime().addShutdownHook(atTheLatest);
    }

    /// Makes one with a plugged-in cable.
    ///
    /// @throws Ip.Refusal if that cannot be done here; nothing is left then
    static Namespace make() throws Ip.Refusal {
        var namespace = new Namespace(claim());
        try {
            namespace.cable();
            return namespace;
        } catch (Ip.Refusal refusal) {
            namespace.close();
            throw refusal;
        }
    }

    /// The address of this side of the cable.
    String here() {
        return "10.77." + number + ".1";
    }

    /// The address of the side that is in the namespace.
    String there() {
        return "10.77." + number + ".2";
    }

    /// What must stand before a command that is to run inside.
    List<String> inside() {
        return List.of("ip", "netns", "exec", name());
    }

    /// Pulls the cable: what is sent vanishes, on both sides.
    void unplug() throws Ip.Refusal {
        Ip.run("-n", name(), "link", "set", far(), "down");
    }

    /// Plugs it in again.
    void plug() throws Ip.Refusal {
        Ip.run("-n", name(), "link", "set", far(), "up");
    }

    /// Packets that were sent on this side and vanished.
    long vanished() throws IOException {
        return Long.parseLong(Files.readString(Path.of("/sys/class/net", near(), "statistics", "tx_dropped"))
                .strip());
    }

    /// Removes namespace and cable, if they are there.
    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(atTheLatest);
    }

    /// The first number that nobody has. The name is the claim: it can be made once.
    private static int claim() throws Ip.Refusal {
        for (int number = 0; number < TRIES; number++) {
            if (!Files.exists(Path.of("/run/netns", "orderflow" + number))) {
                Ip.run("netns", "add", "orderflow" + number);
                return number;
            }
        }
        throw new Ip.Refusal("all " + TRIES + " names of namespaces are taken");
    }

    /// Each side knows the other's hardware address for good: else the kernel would notice that nobody answers for it,
    /// and tell who connects that there is no route.
    private void cable() throws Ip.Refusal {
        Ip.run("link", "add", near(), "address", hardware(1), "type", "veth", "peer", "name", far(), "netns", name());
        Ip.run("-n", name(), "link", "set", far(), "address", hardware(2));
        Ip.run("addr", "add", here() + "/30", "dev", near());
        Ip.run("-n", name(), "addr", "add", there() + "/30", "dev", far());
        Ip.run("-n", name(), "link", "set", "lo", "up");
        Ip.run("-n", name(), "link", "set", far(), "up");
        Ip.run("link", "set", near(), "up");
        Ip.run("neigh", "replace", there(), "lladdr", hardware(2), "dev", near(), "nud", "permanent");
        Ip.run("-n", name(), "neigh", "replace", here(), "lladdr", hardware(1), "dev", far(), "nud", "permanent");
    }

    private void remove() {
        for (String[] words : new String[][] {{"link", "del", near()}, {"netns", "del", name()}}) {
            try {
                Ip.run(words);
            } catch (Ip.Refusal _) {
                // it was not there
            }
        }
    }

    private String name() {
        return "orderflow" + number;
    }

    private String near() {
        return name() + "a";
    }

    private String far() {
        return name() + "b";
    }

    private String hardware(int side) {
        return "02:0f:00:00:%02x:%02x".formatted(number, side);
    }
}

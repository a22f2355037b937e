package io.orderflow.faults.wires;

import io.orderflow.faults.running.Doors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one set of wires that all faults of this package share, and the detours by which services come to it. It lasts
/// as long as the suite does.
final class Wiring {
    private static final String DETOURS = "ORDERFLOW_DETOURS";

    private @Nullable Wires wires;

    /// Lays the wires, unless that was done, and sees to it that services are started to go by them.
    synchronized void lay(Doors doors) {
        if (wires == null) {
            Wires laid = Wires.lay(new PlannedPorts(doors.state()));
            wires = laid;
            lead(doors, laid.detours());
        }
    }

    /// From here on, services that are started go these ways.
    static void lead(Doors doors, Map<String, InetSocketAddress> detours) {
        try {
            Path file = Files.createTempFile("orderflow-detours-", ".txt");
            file.toFile().deleteOnExit();
            Files.writeString(file, Wires.lines(detours));
            doors.environment().put(DETOURS, file.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    synchronized Wires wires() {
        if (wires == null) {
            throw new IllegalStateException("the wires have to be laid before the system is started");
        }
        return wires;
    }
}

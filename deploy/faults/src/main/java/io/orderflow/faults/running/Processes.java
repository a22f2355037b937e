package io.orderflow.faults.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Processes of this machine, by their ids.
public final class Processes {
    private Processes() {}

    /// Sends a signal.
    ///
    /// @return whether there was such a process to send it to
    public static boolean send(Signal signal, long pid) {
        try {
            Process kill = new ProcessBuilder(List.of("kill", "-" + signal.name(), Long.toString(pid)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return kill.waitFor() == 0;
        } catch (IOException noKill) {
            throw new UncheckedIOException(noKill);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// True while it runs, or is frozen; false for what is left of one that has ended.
    public static boolean alive(long pid) {
        return state(pid).filter(state -> state != 'Z' && state != 'X').isPresent();
    }

    /// True while it is frozen.
    public static boolean frozen(long pid) {
        return state(pid).filter(state -> state == 'T' || state == 't').isPresent();
    }

    /// How much memory it has, in MiB; 0 if that cannot be told.
    public static long residentMebibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .sum()
                    / 1024;
        } catch (IOException gone) {
            return 0;
        }
    }

    /// The letter in /proc/<pid>/stat that follows the name in brackets.
    private static Optional<Character> state(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Optional.of(stat.charAt(stat.lastIndexOf(')') + 2));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}

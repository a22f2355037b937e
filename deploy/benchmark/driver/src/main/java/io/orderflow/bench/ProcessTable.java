package io.orderflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All processes at one instant.
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");

    private final Map<Long, ProcStat> byId = new HashMap<>();
    private final Map<Long, List<ProcStat>> byParent = new HashMap<>();

    ProcessTable(Collection<ProcStat> processes) {
        for (ProcStat process : processes) {
            byId.put(process.pid(), process);
            byParent.computeIfAbsent(process.parent(), _ -> new ArrayList<>()).add(process);
        }
    }

    /// As the kernel has it; empty where there is no /proc.
    static ProcessTable read() {
        if (!Files.isReadable(PROC.resolve("self/stat"))) {
            return new ProcessTable(List.of());
        }
        var processes = new ArrayList<ProcStat>();
        try (var folders = Files.list(PROC)) {
            for (Path folder : (Iterable<Path>) folders::iterator) {
                if (Character.isDigit(folder.getFileName().toString().charAt(0))) {
                    stat(folder).ifPresent(processes::add);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ProcessTable(processes);
    }

    /// The process and all that descend from it.
    List<Long> family(long pid) {
        var family = new ArrayList<Long>();
        var waiting = new ArrayDeque<Long>();
        if (byId.containsKey(pid)) {
            waiting.add(pid);
        }
        while (!waiting.isEmpty()) {
            long next = waiting.remove();
            family.add(next);
            byParent.getOrDefault(next, List.of()).forEach(child -> waiting.add(child.pid()));
        }
        return family;
    }

    /// The ticks of the process and its descendants. Those that have ended are in their parents' count; so
    /// the number never falls while the process lives.
    long ticks(long pid) {
        return family(pid).stream()
                .map(byId::get)
                .mapToLong(process -> process == null ? 0 : process.ticks())
                .sum();
    }

    private static Optional<ProcStat> stat(Path folder) {
        try {
            return ProcStat.parse(Files.readString(folder.resolve("stat")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}

package io.orderflow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a process and its descendants keep in memory.
///
/// @param rssMiB what is resident; what they share is counted once for each
/// @param pssMiB the same with what is shared divided among those who share it; 0 where the kernel does not tell
record Resident(double rssMiB, double pssMiB) {
    private static final double KIB_PER_MIB = 1024;

    /// Of each process of a system, by name.
    static Map<String, Resident> of(Subject subject) {
        ProcessTable table = ProcessTable.read();
        var memory = new LinkedHashMap<String, Resident>();
        subject.processes().forEach((name, pid) -> memory.put(name, of(table.family(pid))));
        return memory;
    }

    private static Resident of(List<Long> family) {
        double rss = 0;
        double pss = 0;
        for (long pid : family) {
            Path folder = Path.of("/proc", Long.toString(pid));
            rss += kibibytes(folder.resolve("status"), "VmRSS:") / KIB_PER_MIB;
            pss += kibibytes(folder.resolve("smaps_rollup"), "Pss:") / KIB_PER_MIB;
        }
        return new Resident(rss, pss);
    }

    private static double kibibytes(Path file, String name) {
        try {
            return kibibytes(Files.readString(file), name);
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /// The number on the line that begins with the name.
    static double kibibytes(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip().split(" ", 2)[0])
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(0);
    }
}

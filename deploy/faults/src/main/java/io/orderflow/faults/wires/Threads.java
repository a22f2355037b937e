package io.orderflow.faults.wires;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The threads of a process, as the kernel counts them.
final class Threads {
    private Threads() {}

    /// How many there are; 0 if there is no such process.
    static long of(long pid) {
        try (var tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return tasks.count();
        } catch (IOException gone) {
            return 0;
        }
    }
}

package io.orderflow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// One process and no other: its id together with when it was born, so that a recycled id is never taken for it.
///
/// @param pid   the process id
/// @param birth when it started: the kernel's ticks since boot where /proc tells them, else an instant
record ProcessIdentity(long pid, String birth) {
    /// The process that has this id now; none if there is no such process or only its remains.
    static Optional<ProcessIdentity> of(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                return fromStat(pid, Files.readString(stat));
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(handle -> new ProcessIdentity(
                        pid, handle.info().startInstant().map(Object::toString).orElse("unknown")));
    }

    /// Reads /proc/<pid>/stat: the command in brackets may hold anything, state is the first field after it, the start
    /// time the twentieth.
    static Optional<ProcessIdentity> fromStat(long pid, String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        if (fields.length < 20 || fields[0].equals("Z") || fields[0].equals("X")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessIdentity(pid, fields[19]));
    }

    static Optional<ProcessIdentity> parse(String line) {
        String[] words = line.strip().split(" ", 2);
        if (words.length < 2 || !words[0].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessIdentity(Long.parseLong(words[0]), words[1]));
    }

    String line() {
        return pid + " " + birth;
    }

    boolean alive() {
        return of(pid).equals(Optional.of(this));
    }

    /// Asks it to end.
    void terminate() {
        if (alive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }

    /// Ends it.
    void kill() {
        if (alive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}

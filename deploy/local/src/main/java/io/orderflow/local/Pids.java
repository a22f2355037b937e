package io.orderflow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The processes that `up` started, one small file each.
final class Pids {
    private final Path folder;

    Pids(Path folder) {
        this.folder = folder;
    }

    void record(String name, ProcessIdentity process) {
        Private.write(folder.resolve(name), process.line() + "\n");
    }

    Optional<ProcessIdentity> running(String name) {
        return read(folder.resolve(name)).filter(ProcessIdentity::alive);
    }

    /// All that still run, by name.
    Map<String, ProcessIdentity> running() {
        var all = new TreeMap<String, ProcessIdentity>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.forEach(file -> read(file)
                        .filter(ProcessIdentity::alive)
                        .ifPresent(process -> all.put(file.getFileName().toString(), process)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return all;
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Optional<ProcessIdentity> read(Path file) {
        try {
            return Files.exists(file) ? ProcessIdentity.parse(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

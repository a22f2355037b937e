package io.orderflow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/// What the launcher keeps between two commands, in one folder: secrets, plan, process ids, logs, data.
final class State {
    private final Path root;
    private final Path folder;

    /// State of a checkout.
    ///
    /// @param root   the checkout
    /// @param folder where the state is, usually `.orderflow` in it
    State(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    Path root() {
        return root;
    }

    Path folder() {
        return folder;
    }

    boolean exists() {
        return Files.isDirectory(folder);
    }

    /// Makes the folder: its owner's, and for others only to pass through, as the database's user must.
    void create() {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            for (String inside : new String[] {"pids", "logs", "builds"}) {
                Files.createDirectories(folder.resolve(inside));
                Files.setPosixFilePermissions(folder.resolve(inside), PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException unwritable) {
            throw new Refused("The state folder " + folder + " cannot be made: " + unwritable.getMessage(), unwritable);
        }
    }

    /// Held while one command works, so that two never start or stop things at once.
    FileLock lock() {
        try {
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new Refused("Another deploy/up or deploy/down is at work on " + folder + ": wait for it to end.");
            }
            return lock;
        } catch (OverlappingFileLockException sameProcess) {
            throw new IllegalStateException(sameProcess);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Secrets secrets() {
        return new Secrets(folder.resolve("secrets"));
    }

    Pids pids() {
        return new Pids(folder.resolve("pids"));
    }

    Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    /// Remembers which build a process was started from.
    void keepBuild(String process, Build build) {
        Private.write(folder.resolve("builds").resolve(process), "word=" + build.word() + "\n");
    }

    Optional<Build> build(String process) {
        return Optional.ofNullable(read("builds/" + process).getProperty("word"))
                .map(Build::new);
    }

    Optional<Plan> plan() {
        Properties kept = read("plan");
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plan(
                        Integer.parseInt(kept.getProperty("offset")), Integer.parseInt(kept.getProperty("instances"))));
    }

    void keep(Plan plan) {
        Private.write(folder.resolve("plan"), "offset=%d%ninstances=%d%n".formatted(plan.offset(), plan.instances()));
    }

    /// The detours that services are started with; none unless some were given since the last `down`.
    Detours detours() {
        Path file = folder.resolve("detours");
        return Files.exists(file) ? Detours.read(file) : Detours.none();
    }

    void keep(Detours detours) {
        Private.write(folder.resolve("detours"), detours.text());
    }

    void forgetDetours() {
        try {
            Files.deleteIfExists(folder.resolve("detours"));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    /// Where PostgreSQL lives, once that has been decided.
    Optional<Path> postgresHome() {
        return Optional.ofNullable(read("postgres.place").getProperty("home")).map(Path::of);
    }

    void keepPostgresHome(Path home) {
        Private.write(folder.resolve("postgres.place"), "home=" + home + "\n");
    }

    private Properties read(String name) {
        var properties = new Properties();
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return properties;
    }
}

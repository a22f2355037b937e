package io.orderflow.faults.running;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The front doors of a checkout, `deploy/up` and its like, as a person at a terminal uses them. The system
/// that they start has a state folder and ports of its own, so that it disturbs nobody's.
public final class Doors {
    private static final String LAST = "down";
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Path root;
    private final Path state;
    private final Map<String, String> environment = new ConcurrentHashMap<>();
    private volatile boolean shut;
    private final Set<Process> open = ConcurrentHashMap.newKeySet();

    /// The doors of a checkout.
    ///
    /// @param root  the checkout
    /// @param state the state folder, which need not be there
    public Doors(Path root, Path state) {
        this.root = root;
        this.state = state;
        environment.put("ORDERFLOW_STATE", state.toString());
        environment.put("ORDERFLOW_PORT_OFFSET", "auto");
    }

    /// What a command printed, and how it ended.
    public record Said(int exit, String output) {
        /// What it printed.
        ///
        /// @throws IllegalStateException with all of that if it did not end well
        public String orThrow() {
            if (exit != 0) {
                throw new IllegalStateException(output.strip());
            }
            return output;
        }
    }

    /// The folder in which the system keeps what it keeps; logs are in `logs` in it.
    public Path state() {
        return state;
    }

    /// What every door finds in its environment besides ours, and so do the services that `up` starts.
    public Map<String, String> environment() {
        return environment;
    }

    /// Runs `deploy/<door>` and waits for its end.
    ///
    /// @throws InterruptedException when the suite is told to stop; the command is ended
    public Said run(String door, String... options) throws InterruptedException {
        if (shut) {
            throw new InterruptedException("the suite ends");
        }
        return go(door, options);
    }

    /// Ends whatever command is being run, then the system, and forgets it. No door opens after that.
    ///
    /// @throws InterruptedException when it is told to stop all the same
    public Said down() throws InterruptedException {
        shut = true;
        for (Process process : open) {
            process.destroyForcibly().waitFor();
        }
        return go(LAST, "--purge");
    }

    private Said go(String door, String... options) throws InterruptedException {
        var command = new ArrayList<String>();
        command.add(root.resolve("deploy").resolve(door).toString());
        command.addAll(List.of(options));
        try {
            Path output = Files.createTempFile("orderflow-" + door + "-", ".txt");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(new File("/dev/null"));
                builder.environment().putAll(environment);
                return new Said(exit(builder.start(), door), Files.readString(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int exit(Process process, String door) throws InterruptedException {
        open.add(process);
        try {
            if (shut && !door.equals(LAST)) {
                throw new InterruptedException("the suite ends");
            }
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "deploy/" + door + " does not end within " + PATIENCE.toMinutes() + " minutes");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
            open.remove(process);
        }
    }
}

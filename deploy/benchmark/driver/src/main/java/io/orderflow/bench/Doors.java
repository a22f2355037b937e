package io.orderflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The checkout's own commands, run on a system that has its folder and its ports to itself.
final class Doors {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Path root;
    private final Path state;
    private volatile @Nullable Process running;

    Doors(Path root, Path state) {
        this.root = root;
        this.state = state;
    }

    Path root() {
        return root;
    }

    Path state() {
        return state;
    }

    /// Runs `deploy/<door>` to its end.
    ///
    /// @return what it printed
    /// @throws Refused with what it printed, if it does not end well
    String run(String door, String... options) {
        return run(List.of(), door, options);
    }

    /// What `deploy/status --env` says.
    Map<String, String> environment() {
        return run("status", "--env")
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    /// Ends everything and forgets it, whatever is being done; also when the person at the terminal wants no
    /// more, whose Ctrl-C must not end this, too.
    void purge() {
        Process atWork = running;
        if (atWork != null) {
            atWork.destroy();
            atWork.onExit().join();
        }
        run(Files.isExecutable(SETSID) ? List.of(SETSID.toString(), "--wait") : List.of(), "down", "--purge");
    }

    private String run(List<String> before, String door, String... options) {
        var command = new ArrayList<>(before);
        command.add(root.resolve("deploy").resolve(door).toString());
        command.addAll(List.of(options));
        try {
            Path said = Files.createTempFile("orderflow-" + door, ".txt");
            try {
                var builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(said.toFile());
                builder.environment().put("ORDERFLOW_STATE", state.toString());
                builder.environment().put("ORDERFLOW_PORT_OFFSET", "auto");
                Process process = builder.start();
                running = process;
                int exit = process.waitFor();
                String text = Files.readString(said);
                if (exit != 0) {
                    throw new Refused("deploy/" + door + " did not succeed:\n" + text.strip());
                }
                return text;
            } finally {
                running = null;
                Files.deleteIfExists(said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw Threads.interrupted(interrupted);
        }
    }
}

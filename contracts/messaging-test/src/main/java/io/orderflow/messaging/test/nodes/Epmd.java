package io.orderflow.messaging.test.nodes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A node's own Erlang port mapper. Started before the node, which would otherwise start one that nobody
/// could tell from another's and that would stay for ever.
final class Epmd {
    private Epmd() {}

    /// Starts it, if it does not already run.
    ///
    /// @throws IllegalStateException if Erlang is not installed, or the port is somebody else's
    static void ensure(NodeHome home) {
        Path pidFile = pidFile(home);
        if (Kept.find(pidFile).isPresent()) {
            return;
        }
        String port = String.valueOf(home.plan().epmdPort());
        if (Knock.anybody(home.plan().epmdPort())) {
            throw new IllegalStateException("port " + port + " is taken");
        }
        Path program = Installation.epmd()
                .orElseThrow(() -> new IllegalStateException("Erlang's port mapper, epmd, is not installed"));
        String mark = "-port " + port;
        Kept epmd = Kept.start(
                List.of(program.toString(), "-address", "127.0.0.1", "-port", port),
                home.environment(),
                home.file("epmd.log"),
                mark,
                pidFile);
        if (!Patience.until(
                        Duration.ofSeconds(10),
                        () -> !epmd.process().isAlive()
                                || Knock.anybody(home.plan().epmdPort()))
                || !epmd.runs()) {
            epmd.kill();
            throw new IllegalStateException("epmd does not come up: " + NodeLog.lineThatMatters(home.file("epmd.log")));
        }
    }

    /// Ends it, if it is ours.
    static void end(NodeHome home) {
        Optional<Kept> epmd = Kept.find(pidFile(home));
        epmd.ifPresent(ours -> ours.end(Duration.ofSeconds(5)));
    }

    private static Path pidFile(NodeHome home) {
        return home.file("epmd.pid");
    }
}

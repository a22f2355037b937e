package io.orderflow.messaging.test.nodes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A private RabbitMQ node on the loopback interface, made of the system's package: data, log, cookie, port
/// mapper and plugins of its own, so that it meets no other RabbitMQ on the machine. It outlives the JVM that
/// started it.
public final class RabbitNode {
    private static final Duration COMES_UP_WITHIN = Duration.ofSeconds(90);
    /// A process that was killed holds its ports for a moment longer than it can be seen.
    private static final Duration PORT_IS_FREE_WITHIN = Duration.ofSeconds(2);

    private static final Duration GOES_DOWN_WITHIN = Duration.ofSeconds(30);

    private final NodeHome home;
    private final Kept process;

    private RabbitNode(NodeHome home, Kept process) {
        this.home = home;
        this.process = process;
    }

    /// What a node is to be.
    ///
    /// @param home           its folder, made where it is not; a node that finds its data there goes on with
    ///                       it
    /// @param name           its name, lower case letters and digits; the node is `name@localhost`
    /// @param amqpPort       where clients find it
    /// @param managementPort where the management UI is; 0 for a node without, which starts faster
    /// @param distPort       where Erlang nodes and `rabbitmqctl` find it
    /// @param epmdPort       where its own port mapper is
    /// @param definitions    users, virtual hosts and what they may, loaded at every start, and no `guest`;
    ///                       null for none
    /// @param settings       further lines of `rabbitmq.conf`
    public record Plan(
            Path home,
            String name,
            int amqpPort,
            int managementPort,
            int distPort,
            int epmdPort,
            @Nullable Path definitions,
            Map<String, String> settings) {
        /// Copies the settings.
        ///
        /// @throws IllegalArgumentException for a name that Erlang would not take
        public Plan {
            if (!name.matches("[a-z][a-z0-9_-]*")) {
                throw new IllegalArgumentException("not a node's name: " + name);
            }
            settings = Map.copyOf(settings);
        }
    }

    /// The folder of RabbitMQ's own scripts; empty where RabbitMQ is not installed.
    public static Optional<Path> installation() {
        return Installation.sbin();
    }

    /// Starts a node and waits until it answers.
    ///
    /// @throws IllegalStateException if RabbitMQ is not installed, or the node does not come up, with the
    ///         reason
    public static RabbitNode start(Plan plan) {
        Path sbin = sbin();
        var home = new NodeHome(plan);
        if (Kept.find(pidFile(home)).isPresent()) {
            throw new IllegalStateException("the node in " + plan.home() + " already runs");
        }
        for (int port : new int[] {plan.amqpPort(), plan.managementPort(), plan.distPort()}) {
            if (port != 0 && !Patience.until(PORT_IS_FREE_WITHIN, () -> Ports.isFree(port))) {
                throw new IllegalStateException("port " + port + " is taken");
            }
        }
        home.prepare();
        Epmd.ensure(home);
        Kept process = Kept.start(
                List.of(sbin.resolve("rabbitmq-server").toString()),
                home.nodeEnvironment(),
                home.log(),
                "-home " + plan.home().toAbsolutePath(), // Erlang puts it on its own command line
                pidFile(home));
        var node = new RabbitNode(home, process);
        node.awaitAnswer();
        if (home.wasRunByAnother(sbin)) { // data of an older version keeps the older features until told
            node.rabbitmqctl("enable_feature_flag", "all");
        }
        home.isRunBy(sbin);
        return node;
    }

    /// The node that an earlier [#start] with this plan left running; empty if there is none.
    public static Optional<RabbitNode> running(Plan plan) {
        var home = new NodeHome(plan);
        return Kept.find(pidFile(home)).map(process -> new RabbitNode(home, process));
    }

    private static Path sbin() {
        return installation().orElseThrow(() -> new IllegalStateException("RabbitMQ is not installed"));
    }

    private static Path pidFile(NodeHome home) {
        return home.file("node.pid");
    }

    private void awaitAnswer() {
        Plan plan = home.plan();
        boolean answers = Patience.until(
                COMES_UP_WITHIN,
                () -> !process.process().isAlive()
                        || Knock.amqp(plan.amqpPort())
                                && (plan.managementPort() == 0 || Knock.http(plan.managementPort())));
        if (!answers || !process.runs()) {
            String reason = NodeLog.lineThatMatters(home.log());
            stop();
            process.process().destroyForcibly(); // what never became the node
            throw new IllegalStateException(
                    "RabbitMQ " + (answers ? "ended" : "does not answer") + ": " + reason + " (" + home.log() + ")");
        }
    }

    /// The id of the node's process.
    public long pid() {
        return process.process().pid();
    }

    /// True while the node's process runs.
    public boolean runs() {
        return process.runs();
    }

    /// Ends the node, gracefully if it can, and with it its port mapper. A node that is gone is no error.
    public void stop() {
        process.end(GOES_DOWN_WITHIN);
        Epmd.end(home);
    }

    /// Ends the node at once, as a crash would. Its port mapper stays, for the next start or until [#stop].
    public void kill() {
        process.kill();
    }

    /// Ends the node at once and deletes its data, as a disk does that is lost. The next start comes up empty.
    public void wipe() {
        kill();
        home.forgetData();
    }

    /// Runs `rabbitmqctl` against this node.
    ///
    /// @return what it printed
    /// @throws IllegalStateException when it fails, with what it said
    public String rabbitmqctl(String... arguments) {
        return new Rabbitmqctl(home).run(sbin(), List.of(arguments));
    }
}

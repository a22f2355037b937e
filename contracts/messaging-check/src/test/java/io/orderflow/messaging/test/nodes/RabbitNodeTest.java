package io.orderflow.messaging.test.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("rabbitmqIsInstalled")
class RabbitNodeTest {
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private RabbitNode.@Nullable Plan plan;

    static boolean rabbitmqIsInstalled() {
        return RabbitNode.installation().isPresent();
    }

    @BeforeEach
    void aPlan() {
        plan = plan(0, null, Map.of("default_user", "ada", "default_pass", "secret"));
    }

    @AfterEach
    void leave_nothing_running() {
        RabbitNode.running(plan()).ifPresent(RabbitNode::stop);
        Epmd.end(new NodeHome(plan()));
        assertThat(processesOf(folder)).isEmpty();
    }

    @Test
    void a_node_starts_is_found_again_and_leaves_no_process_behind() {
        RabbitNode node = RabbitNode.start(plan());

        assertThat(processesOf(folder)).anyMatch(line -> line.contains("beam")).anyMatch(line -> line.contains("epmd"));
        assertThat(RabbitNode.running(plan())).map(RabbitNode::pid).contains(node.pid());
        assertThat(node.rabbitmqctl("list_users")).contains("ada").doesNotContain("guest");
        assertThatIllegalStateException()
                .isThrownBy(() -> RabbitNode.start(plan()))
                .withMessageContaining("already runs");

        node.stop();

        assertThat(processesOf(folder)).isEmpty();
        assertThat(RabbitNode.running(plan())).isEmpty();
    }

    @Test
    void a_quorum_queue_dead_letters_at_least_once_and_survives_a_kill_and_an_upgrade() throws Exception {
        RabbitNode node = RabbitNode.start(plan());
        try (var connection = factory().newConnection();
                var channel = connection.createChannel()) {
            channel.exchangeDeclare("parking", "direct", true);
            channel.queueDeclare("parked", true, false, false, Map.of("x-queue-type", "quorum"));
            channel.queueBind("parked", "parking", "parking");
            channel.queueDeclare(
                    "work",
                    true,
                    false,
                    false,
                    Map.of(
                            "x-queue-type", "quorum",
                            "x-dead-letter-exchange", "parking",
                            "x-dead-letter-routing-key", "parking",
                            "x-dead-letter-strategy", "at-least-once",
                            "x-overflow", "reject-publish"));
            channel.confirmSelect();
            channel.basicPublish(
                    "",
                    "work",
                    new AMQP.BasicProperties.Builder().deliveryMode(2).build(),
                    BODY);
            channel.waitForConfirmsOrDie(10_000);
            channel.basicReject(channel.basicGet("work", false).getEnvelope().getDeliveryTag(), false);
            assertThat(Patience.until(Duration.ofSeconds(20), () -> messages(channel) == 1))
                    .isTrue();
        }

        node.kill();
        Files.writeString(plan().home().resolve("version"), "an older one");
        RabbitNode again = RabbitNode.start(plan());

        try (var connection = factory().newConnection();
                var channel = connection.createChannel()) {
            assertThat(Patience.until(Duration.ofSeconds(20), () -> messages(channel) == 1))
                    .isTrue();
        }
        assertThat(again.rabbitmqctl("list_feature_flags")).contains("stream_queue\tenabled");
    }

    @Test
    void definitions_bring_the_users_and_the_management_answers() throws Exception {
        Path definitions = Files.writeString(folder.resolve("definitions.json"), """
                {"users": [{"name": "grace", "password": "secret", "tags": ["administrator"]}],
                 "vhosts": [{"name": "orderflow"}],
                 "permissions": [{"user": "grace", "vhost": "orderflow", "configure": ".*", "write": ".*", "read": ".*"}]}
                """);
        plan = plan(Ports.free(1).getFirst(), definitions, Map.of());

        RabbitNode node = RabbitNode.start(plan());

        assertThat(node.rabbitmqctl("list_users")).contains("grace").doesNotContain("guest");
        assertThat(node.rabbitmqctl("list_vhosts")).isEqualTo("name\norderflow");
        assertThat(Knock.http(plan().managementPort())).isTrue();
    }

    @Test
    void a_node_that_cannot_start_says_why() {
        plan = plan(0, null, Map.of("no_such_setting", "1"));

        assertThatIllegalStateException()
                .isThrownBy(() -> RabbitNode.start(plan()))
                .withMessageContaining("no_such_setting");
    }

    @Test
    void a_taken_port_is_said_in_one_sentence() throws IOException {
        try (var taken = new ServerSocket(plan().amqpPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> RabbitNode.start(plan()))
                    .withMessage("port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void a_pid_that_now_belongs_to_somebody_else_is_not_ours() throws IOException {
        Files.createDirectories(plan().home());
        Files.writeString(
                plan().home().resolve("node.pid"), ProcessHandle.current().pid() + "\n-home " + plan().home() + "\n");

        assertThat(RabbitNode.running(plan())).isEmpty();
    }

    private static int messages(Channel channel) {
        try {
            return channel.queueDeclarePassive("parked").getMessageCount();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private ConnectionFactory factory() {
        var factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(plan().amqpPort());
        factory.setUsername("ada");
        factory.setPassword("secret");
        return factory;
    }

    private RabbitNode.Plan plan() {
        return Objects.requireNonNull(plan);
    }

    private RabbitNode.Plan plan(int management, @Nullable Path definitions, Map<String, String> settings) {
        List<Integer> ports = Ports.free(3);
        return new RabbitNode.Plan(
                folder.resolve("node"),
                "probe",
                ports.get(0),
                management,
                ports.get(1),
                ports.get(2),
                definitions,
                settings);
    }

    /// Command lines of what runs out of the folder, or on the plan's ports.
    private List<String> processesOf(Path home) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(home.toString()) || line.contains("-port " + plan().epmdPort()))
                .toList();
    }
}

package io.orderflow.faults.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import io.orderflow.faults.running.Service;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Where namespaces can be made: as root, with the command `ip`.
class NamespaceTest {
    @Test
    void what_is_sent_over_a_pulled_cable_arrives_once_it_is_plugged_in() throws Exception {
        try (Namespace namespace = namespace();
                Peer peer = new Peer();
                Island island = Island.of(namespace, Service.PAYMENT, (_, _) -> peer.address());
                Socket client = new Socket()) {
            client.connect(island.entrances().get(Dependency.BROKER));
            try (Socket server = peer.next()) {
                client.getOutputStream().write(1);
                assertThat(Peer.read(server, 1)).containsExactly(1);

                namespace.unplug();
                client.getOutputStream().write(2);
                await().until(() -> namespace.vanished() > 0);
                assertThat(server.getInputStream().available()).isZero();
                assertThatThrownBy(() -> {
                            try (Socket late = new Socket()) {
                                late.connect(island.entrances().get(Dependency.DATABASE), 1200);
                            }
                        })
                        .isInstanceOf(SocketTimeoutException.class);

                namespace.plug();
                assertThat(Peer.read(server, 1)).containsExactly(2);
            }
        }
    }

    @Test
    void nothing_is_left_of_it() throws Exception {
        Namespace namespace = namespace();
        String here = namespace.here();
        namespace.close();

        Namespace again = namespace();
        try (again) {
            assertThat(again.here()).isEqualTo(here);
        }
        assertThat(Path.of("/run/netns", again.inside().getLast())).doesNotExist();
        await().until(() ->
                Files.notExists(Path.of("/sys/class/net", again.inside().getLast() + "a")));
    }

    private static Namespace namespace() {
        try {
            return Namespace.make();
        } catch (Ip.Refusal refusal) {
            return abort(refusal.toString());
        }
    }
}

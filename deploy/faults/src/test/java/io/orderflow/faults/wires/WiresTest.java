package io.orderflow.faults.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.faults.running.Service;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiresTest {
    @Test
    void every_service_has_a_way_of_its_own_to_broker_and_database() throws Exception {
        try (Peer broker = new Peer();
                Peer database = new Peer();
                Wires wires = Wires.lay((service, dependency) ->
                        dependency == Dependency.BROKER ? broker.address() : database.address())) {
            assertThat(wires.detours()).hasSize(12).containsKeys("order.broker", "analytics.database");
            assertThat(wires.detours().values()).doesNotHaveDuplicates();

            try (Socket client = Peer.connect(wires.of(Service.PAYMENT, Dependency.DATABASE))) {
                client.getOutputStream().write(1);
                assertThat(Peer.read(database.next(), 1)).containsExactly(1);
            }
            assertThat(broker.nobodyHasArrived()).isTrue();
            assertThat(wires.of(Service.PAYMENT, Dependency.BROKER).counts()).isEqualTo(Counts.NONE);
            assertThat(wires.counts().connections()).isEqualTo(1);
        }
    }

    @Test
    void wires_are_laid_before_it_is_known_where_they_lead() throws Exception {
        var known = new ConcurrentHashMap<Dependency, InetSocketAddress>();
        try (Peer broker = new Peer();
                Wires wires = Wires.lay((_, dependency) -> {
                    InetSocketAddress address = known.get(dependency);
                    if (address == null) {
                        throw new IOException("nobody knows");
                    }
                    return address;
                })) {
            Wire wire = wires.of(Service.ORDER, Dependency.BROKER);
            assertThatThrownBy(() -> {
                        try (Socket early = Peer.connect(wire)) {
                            assertThat(early.getInputStream().read()).isEqualTo(-1);
                        }
                    })
                    .isInstanceOf(SocketException.class);

            known.put(Dependency.BROKER, broker.address());
            try (Socket client = Peer.connect(wire)) {
                client.getOutputStream().write(1);
                assertThat(Peer.read(broker.next(), 1)).containsExactly(1);
            }
        }
    }

    @Test
    void the_targets_are_known_once_there_is_a_plan(@TempDir Path state) throws Exception {
        var ports = new PlannedPorts(state);
        assertThatThrownBy(() -> ports.of(Service.ORDER, Dependency.BROKER)).isInstanceOf(IOException.class);

        Files.writeString(state.resolve("plan"), "offset=1000\ninstances=2\n");

        assertThat(ports.of(Service.ORDER, Dependency.BROKER)).isEqualTo(new InetSocketAddress("127.0.0.1", 6672));
        assertThat(ports.of(Service.ORDER, Dependency.DATABASE)).isEqualTo(new InetSocketAddress("127.0.0.1", 16432));
    }

    @Test
    void detours_are_written_as_up_reads_them() {
        var detours = new TreeMap<String, InetSocketAddress>();
        detours.put("payment.database", new InetSocketAddress("127.0.0.1", 41002));
        detours.put("payment.broker", InetSocketAddress.createUnresolved("10.77.0.2", 41001));

        assertThat(Wires.lines(detours))
                .isEqualTo("payment.broker=10.77.0.2:41001\npayment.database=127.0.0.1:41002\n");
    }
}

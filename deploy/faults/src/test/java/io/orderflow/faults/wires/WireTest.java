package io.orderflow.faults.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

    private final Peer peer;
    private final Wire wire;

    WireTest() throws IOException {
        peer = new Peer();
        wire = Wire.lay(Peer.anywhere(), peer::address);
    }

    @AfterEach
    void takeAway() throws IOException {
        wire.close();
        peer.close();
    }

    @Test
    void a_whole_wire_carries_both_ways() throws Exception {
        try (Socket client = Peer.connect(wire);
                Socket server = peer.next()) {
            byte[] much = Peer.pattern(3_000_000);
            var sending = sending(client, much);
            assertThat(Peer.read(server, much.length)).isEqualTo(much);
            sending.join();

            server.getOutputStream().write(HELLO);
            assertThat(Peer.read(client, HELLO.length)).isEqualTo(HELLO);
            assertThat(wire.counts()).isEqualTo(new Counts(1, 1, much.length + HELLO.length, 0, 0, 0, 0, 0));
        }
    }

    @Test
    void the_end_of_one_direction_leaves_the_other_open() throws Exception {
        try (Socket client = Peer.connect(wire);
                Socket server = peer.next()) {
            client.shutdownOutput();
            assertThat(server.getInputStream().read()).isEqualTo(-1);

            server.getOutputStream().write(HELLO);
            assertThat(Peer.read(client, HELLO.length)).isEqualTo(HELLO);
            server.close();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        awaitNobody();
    }

    @Test
    void a_reset_of_one_side_is_a_reset_for_the_other() throws Exception {
        try (Socket client = Peer.connect(wire);
                Socket server = peer.next()) {
            client.setSoLinger(true, 0);
            client.close();
            assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        awaitNobody();
        assertThat(wire.counts().resets()).isZero();
    }

    @Test
    void a_receiver_that_does_not_read_stops_the_sender() throws Exception {
        try (Socket client = Peer.connect(wire);
                Socket server = peer.next()) {
            byte[] much = Peer.pattern(40_000_000);
            var sending = sending(client, much);
            await().until(() -> wire.counts().inside() > Lane.ROOM - Lane.CHUNK);
            assertThat(sending).isNotDone();
            assertThat(wire.counts().inside()).isLessThanOrEqualTo(Lane.ROOM);

            assertThat(Peer.read(server, much.length)).isEqualTo(much);
            sending.join();
        }
    }

    @Test
    void a_slow_wire_delays_both_ways_and_keeps_the_order() throws Exception {
        var least = Duration.ofMillis(30);
        wire.become(new Condition.Slow(least, Duration.ofMillis(60), 7));
        try (Socket client = Peer.connect(wire);
                Socket server = peer.next()) {
            long asked = System.nanoTime();
            client.getOutputStream().write(HELLO);
            Peer.read(server, HELLO.length);
            server.getOutputStream().write(HELLO);
            Peer.read(client, HELLO.length);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(least.multipliedBy(2));

            byte[] much = Peer.pattern(500_000);
            var sending = sending(client, much);
            assertThat(Peer.read(server, much.length)).isEqualTo(much);
            sending.join();
            assertThat(wire.counts().delayed()).isEqualTo(much.length + 2L * HELLO.length);
        }
    }

    @Test
    void a_silent_wire_keeps_what_is_sent_until_it_is_whole() throws Exception {
        try (Socket client = Peer.connect(wire);
                Socket server = peer.next()) {
            wire.become(Condition.Silent.everywhere());
            client.getOutputStream().write(HELLO);
            client.shutdownOutput();
            await().until(() -> wire.counts().heldBack() == HELLO.length);
            assertThat(server.getInputStream().available()).isZero();
            assertThat(wire.counts().passed()).isZero();

            wire.become(new Condition.Whole());
            assertThat(server.getInputStream().readAllBytes()).isEqualTo(HELLO);
        }
    }

    @Test
    void silence_hides_that_the_other_side_has_gone() throws Exception {
        try (Socket client = Peer.connect(wire);
                Socket server = peer.next()) {
            wire.become(Condition.Silent.everywhere());
            server.getOutputStream().write(HELLO);
            server.close();
            await().until(() -> wire.counts().heldBack() == HELLO.length);
            client.setSoTimeout(100);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            assertThat(wire.counts().open()).isEqualTo(1);

            wire.become(new Condition.Broken());
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        awaitNobody();
    }

    @Test
    void a_half_open_wire_carries_the_other_way() throws Exception {
        try (Socket client = Peer.connect(wire);
                Socket server = peer.next()) {
            wire.become(new Condition.Silent(Set.of(Direction.BACK)));
            client.getOutputStream().write(HELLO);
            assertThat(Peer.read(server, HELLO.length)).isEqualTo(HELLO);
            server.getOutputStream().write(HELLO);
            await().until(() -> wire.counts().heldBack() == HELLO.length);
            assertThat(client.getInputStream().available()).isZero();

            wire.become(new Condition.Whole());
            assertThat(Peer.read(client, HELLO.length)).isEqualTo(HELLO);
        }
    }

    @Test
    void who_connects_to_a_silent_wire_is_accepted_and_led_nowhere() throws Exception {
        wire.become(Condition.Silent.everywhere());
        try (Socket client = Peer.connect(wire)) {
            client.getOutputStream().write(HELLO);
            await().until(() -> wire.counts().stranded() == 1);
            assertThat(peer.nobodyHasArrived()).isTrue();

            wire.become(new Condition.Whole());
            assertThat(Peer.read(peer.next(), HELLO.length)).isEqualTo(HELLO);
        }
    }

    @Test
    void a_broken_wire_resets_who_is_there_and_who_comes() throws Exception {
        try (Socket client = Peer.connect(wire);
                Socket server = peer.next()) {
            wire.become(new Condition.Broken());
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        assertThatThrownBy(this::connectAndRead).isInstanceOf(SocketException.class);
        await().until(() -> wire.counts().resets() == 2);
        awaitNobody();

        wire.become(new Condition.Whole());
        try (Socket client = Peer.connect(wire)) {
            client.getOutputStream().write(HELLO);
            assertThat(Peer.read(peer.next(), HELLO.length)).isEqualTo(HELLO);
        }
    }

    @Test
    void a_wire_that_is_cut_takes_new_connections_at_once() throws Exception {
        wire.become(Condition.Silent.everywhere());
        try (Socket client = Peer.connect(wire)) {
            await().until(() -> wire.counts().stranded() == 1);
            wire.cut();
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        wire.become(new Condition.Whole());
        try (Socket client = Peer.connect(wire)) {
            client.getOutputStream().write(HELLO);
            assertThat(Peer.read(peer.next(), HELLO.length)).isEqualTo(HELLO);
        }
    }

    @Test
    void a_wire_to_nowhere_resets_who_connects() throws Exception {
        peer.close();
        assertThatThrownBy(this::connectAndRead).isInstanceOf(SocketException.class);
        awaitNobody();
    }

    private void connectAndRead() throws IOException {
        try (Socket client = Peer.connect(wire)) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    private void awaitNobody() {
        await().until(() -> wire.counts().open() == 0 && wire.counts().inside() == 0);
    }

    private static CompletableFuture<Void> sending(Socket socket, byte[] bytes) {
        return CompletableFuture.runAsync(() -> {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }
}

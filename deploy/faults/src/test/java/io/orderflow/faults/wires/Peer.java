package io.orderflow.faults.wires;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What a wire leads to in a test: hands out each connection that arrives.
final class Peer implements AutoCloseable {
    static final int PATIENCE_SECONDS = 20;

    private final ServerSocket server;
    private final BlockingQueue<Socket> arrived = new LinkedBlockingQueue<>();

    Peer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    arrived.add(server.accept());
                }
            } catch (IOException _) {
                // the test is over
            }
        });
    }

    static InetSocketAddress anywhere() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /// The next connection that arrives.
    Socket next() throws InterruptedException, IOException {
        Socket socket = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (socket == null) {
            throw new AssertionError("nobody connected");
        }
        socket.setSoTimeout(PATIENCE_SECONDS * 1000);
        return socket;
    }

    boolean nobodyHasArrived() {
        return arrived.isEmpty();
    }

    static Socket connect(Wire wire) throws IOException {
        var socket = new Socket();
        socket.connect(wire.address(), PATIENCE_SECONDS * 1000);
        socket.setSoTimeout(PATIENCE_SECONDS * 1000);
        return socket;
    }

    /// Reads so many bytes.
    static byte[] read(Socket socket, int count) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(count);
        if (bytes.length < count) {
            throw new AssertionError("ended after %d of %d bytes".formatted(bytes.length, count));
        }
        return bytes;
    }

    /// Bytes of which each differs from its neighbours.
    static byte[] pattern(int count) {
        var bytes = new ByteArrayOutputStream(count);
        for (int i = 0; i < count; i++) {
            bytes.write(i * 31 + (i >> 8));
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : arrived) {
            socket.close();
        }
    }
}

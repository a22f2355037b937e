package io.orderflow.messaging.test.nodes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Asks at a loopback port whether somebody who speaks the protocol is in.
final class Knock {
    private static final int PATIENCE_MILLIS = 1000;
    /// The protocol header with which an AMQP 0-9-1 client begins (specification, 4.2.2); the answer is a
    /// method frame, type 1.
    private static final byte[] AMQP = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};

    private static final byte[] HTTP = "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Knock() {}

    static boolean amqp(int port) {
        return answer(port, AMQP) == 1;
    }

    static boolean http(int port) {
        return answer(port, HTTP) == 'H';
    }

    static boolean anybody(int port) {
        try (Socket socket = connect(port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    private static int answer(int port, byte[] greeting) {
        try (Socket socket = connect(port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(greeting);
            return socket.getInputStream().read();
        } catch (IOException nobody) {
            return -1;
        }
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), PATIENCE_MILLIS);
            return socket;
        } catch (IOException nobody) {
            socket.close();
            throw nobody;
        }
    }
}

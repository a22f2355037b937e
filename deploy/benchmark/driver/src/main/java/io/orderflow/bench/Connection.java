package io.orderflow.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One keep-alive HTTP/1.1 connection that only ever posts orders. Reads of an answer what counts, its
/// status and its `Location`, and passes over the rest: a general client would take of the machine what it
/// is there to measure.
final class Connection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int LARGEST_ANSWER = 65_536;
    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};

    private final URI shop;
    private final byte[] buffer = new byte[LARGEST_ANSWER];
    private Socket socket = new Socket();
    private int filled;

    Connection(URI shop) {
        this.shop = shop;
    }

    /// An answer.
    ///
    /// @param status   the HTTP status
    /// @param location what the header `Location` says; empty if there is none
    record Answer(int status, String location) {}

    /// Posts and waits for the answer. After an exception the connection is opened anew with the next
    /// request.
    ///
    /// @throws IOException if it broke: whether the order was taken is not known
    Answer post(String idempotencyKey, byte[] body) throws IOException {
        try {
            if (!socket.isConnected() || socket.isClosed()) {
                open();
            }
            String head = "POST /orders HTTP/1.1\r\nHost: " + shop.getAuthority()
                    + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + idempotencyKey
                    + "\r\nContent-Length: "
                    + body.length + "\r\n\r\n";
            byte[] request = new byte[head.length() + body.length];
            System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
            System.arraycopy(body, 0, request, head.length(), body.length);
            socket.getOutputStream().write(request);
            return answer(socket.getInputStream());
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void open() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(shop.getHost(), shop.getPort()), TIMEOUT_MILLIS);
    }

    private Answer answer(InputStream in) throws IOException {
        filled = 0;
        int headers;
        while ((headers = find(END_OF_HEADERS, 0)) < 0) {
            more(in);
        }
        String head = new String(buffer, 0, headers + 2, StandardCharsets.ISO_8859_1);
        int bodyAt = headers + END_OF_HEADERS.length;
        String length = header(head, "content-length");
        if (!length.isEmpty()) {
            int end = bodyAt + Integer.parseInt(length);
            while (filled < end) {
                more(in);
            }
        } else if (header(head, "transfer-encoding").equals("chunked")) {
            while (filled < bodyAt + LAST_CHUNK.length || find(LAST_CHUNK, filled - LAST_CHUNK.length) < 0) {
                more(in);
            }
        }
        if (header(head, "connection").equals("close")) {
            close();
        }
        return new Answer(Integer.parseInt(head.substring(9, 12)), header(head, "location"));
    }

    private void more(InputStream in) throws IOException {
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read <= 0) {
            throw new EOFException("the answer ends early");
        }
        filled += read;
    }

    private int find(byte[] what, int from) {
        for (int at = Math.max(0, from); at + what.length <= filled; at++) {
            int same = 0;
            while (same < what.length && buffer[at + same] == what[same]) {
                same++;
            }
            if (same == what.length) {
                return at;
            }
        }
        return -1;
    }

    private static String header(String head, String name) {
        int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ":");
        if (at < 0) {
            return "";
        }
        int begin = at + name.length() + 3;
        return head.substring(begin, head.indexOf("\r\n", begin)).strip();
    }
}

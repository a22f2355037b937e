package io.orderflow.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// HTTP byte by byte, for what no decent client sends.
final class RawHttp {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /// An answer, or what came of one; status 0 if the connection was closed without a word.
    record Answer(int status, Map<String, String> headers, String text) {
        JsonNode problem() {
            try {
                return text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
            } catch (JacksonException none) {
                return JSON.missingNode();
            }
        }
    }

    /// A request with its body, if any, and its true length.
    static byte[] request(String method, String target, List<String> headers, byte[] body) {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return join(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1), body);
    }

    static byte[] join(byte[] head, byte[] body) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(body);
        return all.toByteArray();
    }

    /// Sends these bytes, and reads until the other side closes.
    static Answer send(String base, byte[] bytes) throws IOException {
        URI address = URI.create(base);
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                socket.getInputStream().transferTo(answer);
            } catch (SocketException closedEarly) {
                // it had read enough; what it said before, if anything, is the answer
            }
        }
        return parse(answer.toByteArray());
    }

    private static Answer parse(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, Map.of(), all);
        }
        String[] head = all.substring(0, end).split("\r\n");
        var headers = new LinkedHashMap<String, String>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            headers.put(
                    head[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    head[i].substring(colon + 1).strip());
        }
        if (head[0].contains(" 100 ")) { // only "go on"; the answer follows
            return parse(all.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1));
        }
        String body = all.substring(end + 4);
        boolean chunked = headers.getOrDefault("transfer-encoding", "").equals("chunked");
        return new Answer(Integer.parseInt(head[0].split(" ")[1]), headers, chunked ? joined(body) : body);
    }

    private static String joined(String chunks) {
        var body = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int length =
                    line < 0 ? 0 : Integer.parseInt(chunks.substring(at, line).strip(), 16);
            if (length == 0) {
                break;
            }
            body.append(chunks, line + 2, Math.min(line + 2 + length, chunks.length()));
            at = line + 2 + length + 2;
        }
        return body.toString();
    }
}

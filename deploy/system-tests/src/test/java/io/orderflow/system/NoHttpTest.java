package io.orderflow.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Wish;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Bytes that are no HTTP, or that could be read as two requests.
@ExtendWith(Orderflow.Running.class)
class NoHttpTest {
    private static final byte[] NOTHING = {};

    private final Soundness soundness = new Soundness();
    private Shop shop;

    @BeforeEach
    void enter(Orderflow orderflow) {
        shop = orderflow.shop();
    }

    @Test
    void what_is_no_http_is_refused_and_nothing_breaks() throws Exception {
        String json = "Content-Type: application/json";
        byte[] two = new byte[2_000_000];
        Arrays.fill(two, (byte) ' ');
        for (String service : List.of("order", "shipping")) {
            String path = service.equals("shipping") ? "/carrier/deliveries" : "/orders";
            for (List<String> framing : List.of(
                    List.of("Content-Length: 2", "Content-Length: 3"),
                    List.of("Content-Length: -1"),
                    List.of("Content-Length: 0x2"),
                    List.of("Content-Length: 99999999999999999999"),
                    List.of("Content-Length: 3000000000"),
                    List.of("Content-Length: 2", "Transfer-Encoding: chunked"),
                    List.of("Transfer-Encoding: chunked", "Transfer-Encoding: chunked"),
                    List.of("Transfer-Encoding: gzip, chunked"),
                    List.of("Transfer-Encoding: xchunked"),
                    List.of("Transfer-Encoding : chunked"),
                    List.of("Transfer-Encoding: chunked, identity"))) {
                var headers = new ArrayList<>(framing);
                headers.add(json);
                byte[] head = RawHttp.request("POST", path, headers, NOTHING);
                for (String body :
                        List.of("{}", "2\r\n{}\r\n0\r\n\r\n", "zz\r\n", "-2\r\n{}\r\n", "ffffffffffffffff\r\n{}")) {
                    soundness.check(
                            service + " " + framing + " " + body,
                            send(service, RawHttp.join(head, body.getBytes(UTF_8))));
                }
            }
            soundness.check("2 MB", send(service, RawHttp.request("POST", path, List.of(json), two)));
            byte[] chunk = RawHttp.join("186a0\r\n".getBytes(UTF_8), new byte[100_000]);
            soundness.check(
                    "a large chunk",
                    send(
                            service,
                            RawHttp.join(
                                    RawHttp.request("POST", path, List.of(json, "Transfer-Encoding: chunked"), NOTHING),
                                    chunk)));
            for (String text : List.of(
                    "GET /products HTTP/1.1\r\n\r\n",
                    "GET /products HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                    "GET /products HTTP/9.9\r\nHost: a\r\n\r\n",
                    "GET  /products\r\n\r\n",
                    "GET http://elsewhere/products HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                    "CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere\r\n\r\n",
                    "GET /products HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
                    "GET /products HTTP/1.1\r\nHost: a\r\n" + "X: a\r\n".repeat(300) + "\r\n",
                    "GET /products HTTP/1.1\r\nHost: a\r\n folded\r\nno colon\r\n\r\n",
                    "\u0016\u0003\u0001\u0002\0\u0001\r\n\r\n",
                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")) {
                soundness.check(
                        service + " " + text.substring(0, Math.min(60, text.length())),
                        send(service, text.getBytes(ISO_8859_1)));
            }
        }
        shop.awaitShipped(shop.place(Wish.of(new Line(shop.listProduct("2.00", 1), 1))));
    }

    private RawHttp.Answer send(String service, byte[] bytes) throws IOException {
        return RawHttp.send(shop.value(service.toUpperCase(Locale.ROOT) + "_URL"), bytes);
    }
}

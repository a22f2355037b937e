package io.orderflow.system;

import static io.orderflow.system.Shop.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.Endpoints.Endpoint;
import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Placed;
import io.orderflow.system.Shop.Wish;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Broken, absurd and oversized requests at every endpoint. `-Dorderflow.system.fuzz` says how many for each,
/// `-Dorderflow.system.seed` repeats a run.
@ExtendWith(Orderflow.Running.class)
class HttpFuzzTest {
    private static final long SEED = Long.getLong("orderflow.system.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("orderflow.system.fuzz", 15);
    private static final byte[] NOTHING = {};

    private final Rubbish rubbish = new Rubbish(SEED);
    private final Soundness soundness = new Soundness();
    private Shop shop;
    private List<Endpoint> endpoints;
    private String sku;
    private Placed placed;
    private long before;
    private final List<Placed> accepted = new ArrayList<>();

    @BeforeEach
    void enter(Orderflow orderflow) {
        System.out.println("-Dorderflow.system.seed=" + SEED + " repeats these requests");
        shop = orderflow.shop();
        endpoints = Endpoints.of(orderflow.checkout());
        sku = shop.listProduct("2.00", 1_000_000);
        placed = shop.place(Wish.of(new Line(sku, 1)));
        before = orders();
    }

    @AfterEach
    void what_was_refused_did_nothing_and_all_is_well() {
        System.out.println(soundness);
        assertThat(orders()).as("orders, seed %d", SEED).isEqualTo(before + accepted.size());
        accepted.add(shop.place(Wish.of(new Line(sku, 1))));
        Shop.eventually(() -> assertThat(accepted)
                .as("seed %d", SEED)
                .allSatisfy(order -> assertThat(text(shop.order(order), "status"))
                        .isIn("SHIPPED", "DELIVERED", "FAILED", "CANCELLED")));
        shop.awaitShipped(accepted.getLast());
    }

    @Test
    void bodies_that_are_broken_or_absurd() throws Exception {
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.method().equals("GET")) {
                JsonNode valid = Samples.body(endpoint, sku);
                for (int i = 0; i < CASES * 2; i++) {
                    byte[] body = rubbish.body(valid);
                    var headers = headers(endpoint, body);
                    if (rubbish.once(6)) {
                        headers.add(rubbish.header());
                    }
                    send(endpoint, path(endpoint), headers, body);
                }
            }
        }
        assertThat(soundness.statuses()).as("some are good enough").containsKeys(202, 400);
    }

    @Test
    void paths_parameters_methods_and_headers_that_are_rubbish() throws Exception {
        List<String> parameters =
                List.of("until", "limit", "after", "status", "orderId", "since", "open", "token", "cursor");
        for (Endpoint endpoint : endpoints) {
            for (int i = 0; i < CASES; i++) {
                String path = rubbish.once(3) ? endpoint.path(rubbish.word()) : path(endpoint);
                String query = "?" + rubbish.any(parameters) + "=" + rubbish.word();
                var headers = headers(endpoint, NOTHING);
                if (rubbish.once(3)) {
                    headers.add(rubbish.header());
                }
                String method = rubbish.once(6)
                        ? rubbish.any(
                                List.of("TRACE", "OPTIONS", "HEAD", "PATCH", "DELETE", "PUT", "FOO", "get", "PROPFIND"))
                        : endpoint.method();
                send(new Endpoint(endpoint.service(), method, path), path + query, headers, NOTHING);
            }
        }
    }

    private void send(Endpoint endpoint, String target, List<String> headers, byte[] body) throws IOException {
        RawHttp.Answer answer = send(endpoint.service(), RawHttp.request(endpoint.method(), target, headers, body));
        soundness.check(
                "seed " + SEED + ": " + endpoint + " as " + target.substring(0, Math.min(200, target.length())) + " "
                        + headers.subList(1, headers.size()) + " "
                        + new String(body, 0, Math.min(300, body.length), UTF_8),
                answer);
        if (answer.status() == 202 && endpoint.path().equals("/orders")) {
            JsonNode order = answer.problem();
            accepted.add(new Placed(text(order, "orderId"), text(order, "accessToken"), ""));
        }
    }

    private RawHttp.Answer send(String service, byte[] bytes) throws IOException {
        return RawHttp.send(shop.value(service.toUpperCase(Locale.ROOT) + "_URL"), bytes);
    }

    private List<String> headers(Endpoint endpoint, byte[] body) {
        var headers = new ArrayList<>(List.of(
                "Authorization: " + Http.basic("operator", shop.value("OPERATOR_PASSWORD")),
                "Content-Type: "
                        + (rubbish.once(12)
                                ? rubbish.any(List.of(
                                        "text/plain",
                                        "%%%",
                                        "application/xml",
                                        "multipart/form-data",
                                        "multipart/form-data; boundary=x",
                                        "application/x-www-form-urlencoded",
                                        "application/json; charset=utf-99",
                                        "application/json; charset=UTF-16",
                                        "application/problem+json",
                                        "*/*"))
                                : "application/json")));
        if (endpoint.path().startsWith("/carrier")) {
            String seconds = Long.toString(Instant.now().getEpochSecond());
            headers.add("webhook-id: 1");
            headers.add("webhook-timestamp: " + seconds);
            headers.add("webhook-signature: " + signature("1." + seconds + ".", body));
        }
        return headers;
    }

    private String signature(String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(shop.value("WEBHOOK_SECRET").getBytes(UTF_8), "HmacSHA256"));
            mac.update(prefix.getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String path(Endpoint endpoint) {
        if (endpoint.method().equals("PUT")) {
            return endpoint.path(
                    "FUZZ-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
        }
        return endpoint.path(endpoint.path().contains("{sku}") ? sku : placed.orderId());
    }

    private long orders() {
        return shop.read(shop.value("ORDER_URL") + "/orders/summary")
                .path("orders")
                .asLong();
    }
}

package io.orderflow.system;

import static io.orderflow.system.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.Endpoints.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Whoever is not the operator finds every door closed but those that are named here.
@ExtendWith(Orderflow.Running.class)
class ClosedDoorsTest {
    static final List<String> SERVICES = Choreography.SERVICES;

    /// Customers order, look and cancel, everyone reads what is for sale, and a carrier signs what it says.
    private static final Set<String> OPEN = Set.of(
            "order: GET /products",
            "order: POST /orders",
            "order: GET /orders/{orderId}",
            "order: POST /orders/{orderId}/cancellation",
            "inventory: GET /products",
            "inventory: GET /products/{sku}",
            "shipping: POST /carrier/deliveries");

    private static List<Endpoint> endpoints;
    private static Shop shop;

    @BeforeAll
    static void enter(Orderflow orderflow) {
        endpoints = Endpoints.of(orderflow.checkout());
        shop = orderflow.shop();
    }

    @Test
    void exactly_the_named_doors_are_open() {
        Set<String> open = endpoints.stream()
                .filter(endpoint -> !isLogInWanted(send(endpoint.method(), endpoint.url(shop))))
                .map(Endpoint::toString)
                .collect(Collectors.toSet());

        assertThat(endpoints).extracting(Endpoint::toString).containsAll(OPEN).hasSizeGreaterThan(25);
        assertThat(open).isEqualTo(OPEN);
    }

    @Test
    void a_wrong_log_in_opens_nothing() {
        String right = shop.value("OPERATOR_PASSWORD");
        for (Endpoint endpoint : endpoints) {
            for (String wrong : List.of(
                    Http.basic("operator", right + "x"),
                    Http.basic("operator", ""),
                    Http.basic("admin", shop.value("ADMIN_PASSWORD")),
                    Http.basic("viewer", shop.value("VIEWER_PASSWORD")))) {
                assertThat(isLogInWanted(send(endpoint.method(), endpoint.url(shop), "Authorization", wrong)))
                        .as("%s", endpoint)
                        .isTrue();
            }
        }
    }

    @Test
    void a_closed_door_has_no_gap() {
        for (Endpoint endpoint : endpoints) {
            if (OPEN.contains(endpoint.toString())) {
                continue;
            }
            String url = endpoint.url(shop);
            int path = url.indexOf('/', "http://".length());
            int last = url.lastIndexOf('/') + 1;
            String host = url.substring(0, path);
            String encoded = "%%%02x".formatted((int) url.charAt(last)) + url.substring(last + 1);
            for (String gap : List.of(
                    url + "/",
                    url + ".json",
                    url + ";a=b",
                    url + "%20",
                    url + "?x=y",
                    host + "/" + url.substring(path),
                    host + "/products/.." + url.substring(path),
                    host + "/actuator/health/.." + url.substring(path),
                    url.substring(0, last) + encoded,
                    url.substring(0, last) + url.substring(last).toUpperCase(Locale.ROOT))) {
                assertThat(send(endpoint.method(), gap, "X-Original-URL", "/products", "X-HTTP-Method-Override", "GET")
                                .status())
                        .as("%s at %s", endpoint, gap)
                        .isBetween(400, 499);
            }
            assertThat(send("HEAD", url).status()).as("HEAD of %s", endpoint).isBetween(400, 499);
        }
    }

    @Test
    void without_the_operators_log_in_nothing_changes() {
        String sku = shop.listProduct("3.00", 7);
        String product = shop.value("INVENTORY_URL") + "/products/" + sku;
        String before = shop.http().get(product).body().toString();
        Map<String, Object> offer =
                Map.of("name", "x", "price", Map.of("currency", "EUR", "amount", "0.01"), "onHand", 1);
        for (String[] log : new String[][] {{}, {"Authorization", Http.basic("operator", "wrong")}}) {
            assertThat(shop.http().send("PUT", product, offer, log).status()).isEqualTo(401);
            assertThat(shop.http().send("PUT", product + "-NEW", offer, log).status())
                    .isEqualTo(401);
            assertThat(shop.http()
                            .send("POST", product + "/replenishments", Map.of("quantity", 5), log)
                            .status())
                    .isEqualTo(401);
        }

        assertThat(shop.http().get(product))
                .extracting(answer -> answer.body().toString())
                .isEqualTo(before);
        assertThat(shop.http().get(product + "-NEW").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void of_what_the_actuator_offers_only_the_health_is_open(String service) {
        String actuator = shop.value(service.toUpperCase(Locale.ROOT) + "_URL") + "/actuator";
        var paths = new ArrayList<String>();
        shop.readMachinery(actuator)
                .path("_links")
                .forEach(link ->
                        paths.add(text(link, "href").replaceAll("\\{\\?.*}", "").replaceAll("\\{[^}]*}", "x")));

        assertThat(paths).contains(actuator, actuator + "/health").hasSizeGreaterThan(3);
        for (String path : List.of("env", "beans", "heapdump", "shutdown", "mappings", "configprops", "threaddump")) {
            paths.add(actuator + "/" + path);
        }
        for (String path : paths) {
            boolean health = path.startsWith(actuator + "/health");
            assertThat(isLogInWanted(shop.http().get(path))).as(path).isEqualTo(!health);
            if (!health) {
                assertThat(shop.asOperator("GET", path, null).status())
                        .as("%s for the business's operator", path)
                        .isEqualTo(403);
            }
        }
        assertThat(shop.http().get(actuator + "/health").body().toString())
                .doesNotContain("jdbc:", "127.0.0.1", "password", "Exception");
    }

    private static Http.Answer send(String method, String url, String... headers) {
        return shop.http().send(method, url, method.equals("GET") || method.equals("HEAD") ? null : "{}", headers);
    }

    private static boolean isLogInWanted(Http.Answer answer) {
        return answer.status() == 401
                && text(answer.body(), "type").equals("/problems/log-in-required")
                && answer.headers().containsKey("www-authenticate");
    }
}

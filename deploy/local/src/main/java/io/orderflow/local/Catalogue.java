package io.orderflow.local;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The products with which one can try things. Listed over HTTP as the operator would; what is listed is left alone.
final class Catalogue {
    /// Plenty of it.
    static final String MUG = "MUG-BLUE";
    /// Plenty of it.
    static final String TEA = "TEA-EARL-GREY";
    /// None, ever.
    static final String LAMP = "LAMP-BRASS";

    private static final List<Product> PRODUCTS = List.of(
            new Product(MUG, "Blue mug", "12.90", 500),
            new Product("MUG-GREEN", "Green mug", "12.90", 500),
            new Product(TEA, "Earl Grey, 250 g", "8.50", 500),
            new Product("TEA-POT", "Tea pot, 1.2 l", "34.00", 200),
            new Product("SPOON-SILVER", "Silver tea spoon", "19.95", 200),
            new Product("TRAY-OAK", "Oak tray", "59.00", 100),
            new Product("CLOCK-WALNUT", "Walnut mantel clock, the last two", "240.00", 2),
            new Product(LAMP, "Brass lamp, sold out", "149.00", 0));

    private final Plan plan;
    private final Http http;
    private final Map<String, String> operator;

    private record Product(String sku, String name, String price, int onHand) {
        Map<String, Object> offer() {
            return Map.of(
                    "name", name,
                    "price", Map.of("currency", "EUR", "amount", price),
                    "onHand", onHand);
        }
    }

    Catalogue(Plan plan, Secrets secrets, Http http) {
        this.plan = plan;
        this.http = http;
        this.operator = Http.login("operator", secrets.operator());
    }

    /// Lists what is not listed yet and waits until the order service has heard of it, so that it can be ordered.
    void list(Progress progress) {
        Set<String> listed = skus(inventory() + "/products");
        List<Product> missing = PRODUCTS.stream()
                .filter(product -> !listed.contains(product.sku()))
                .toList();
        for (Product product : missing) {
            var answer = http.put(inventory() + "/products/" + product.sku(), operator, product.offer());
            if (!answer.isFine()) {
                throw new Refused("The product " + product.sku() + " cannot be listed: " + answer.told());
            }
        }
        awaitOrderable();
        if (!missing.isEmpty()) {
            progress.say("the demo catalogue is listed: " + missing.size() + " products");
        }
    }

    /// Brings a product to at least this many pieces.
    void stock(String sku, int atLeast) {
        long onHand = http.get(inventory() + "/products/" + sku, Map.of())
                .body()
                .path("onHand")
                .asLong(0);
        if (onHand < atLeast) {
            var answer = http.post(
                    inventory() + "/products/" + sku + "/replenishments", operator, Map.of("quantity", atLeast * 10));
            if (!answer.isFine()) {
                throw new Refused("The product " + sku + " cannot be replenished: " + answer.told());
            }
        }
    }

    private void awaitOrderable() {
        String url = plan.url(Service.ORDER, 1) + "/products";
        boolean heard = Waiting.until(
                Duration.ofSeconds(60),
                () -> PRODUCTS.stream().map(Product::sku).allMatch(skus(url)::contains));
        if (!heard) {
            throw new Refused("The order service has not heard of the demo catalogue within a minute: see " + url);
        }
    }

    private Set<String> skus(String url) {
        var answer = http.get(url, Map.of());
        var skus = new HashSet<String>();
        JsonNode list = answer.body().isArray() ? answer.body() : answer.body().path("items");
        for (JsonNode product : list) {
            skus.add(product.path("sku").asString(""));
        }
        return skus;
    }

    private String inventory() {
        return plan.url(Service.INVENTORY, 1);
    }
}

package io.orderflow.faults.load;

import io.orderflow.faults.running.Http;
import io.orderflow.faults.running.Orderflow;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The products that are ordered, listed by the operator over HTTP, and how many pieces of each there were
/// at first.
public final class Shelf {
    /// Plenty of each.
    public static final List<String> PLENTY =
            List.of("FAULTS-ANVIL", "FAULTS-BELL", "FAULTS-CANDLE", "FAULTS-DRUM", "FAULTS-EASEL");

    /// Sells out.
    public static final String SCARCE = "FAULTS-FABERGE-EGG";

    private static final int MANY = 1_000_000;
    private static final int FEW = 40;
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private final Orderflow system;
    private final Http http = new Http(Duration.ofSeconds(10));
    private final Map<String, Integer> listed = new ConcurrentHashMap<>();

    /// An empty shelf.
    public Shelf(Orderflow system) {
        this.system = system;
    }

    /// Lists what the load orders.
    ///
    /// @throws InterruptedException when the suite is told to stop
    public void fill() throws InterruptedException {
        for (String sku : PLENTY) {
            list(sku, MANY);
        }
        list(SCARCE, FEW);
    }

    /// Lists a product and waits until it can be ordered at every instance.
    ///
    /// @throws IllegalStateException if it cannot be listed
    /// @throws InterruptedException  when the suite is told to stop
    public void list(String sku, int pieces) throws InterruptedException {
        String operator = Http.basic("operator", system.value("OPERATOR_PASSWORD"));
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            var answer = http.send(
                    "PUT",
                    system.url(Service.INVENTORY) + "/products/" + sku,
                    Map.of("name", sku, "price", Map.of("currency", "EUR", "amount", "4.00"), "onHand", pieces),
                    Map.of("Authorization", operator));
            if (answer.isFine() && orderable(sku)) {
                listed.put(sku, pieces);
                return;
            }
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("The product " + sku + " cannot be listed: " + answer.told());
            }
            Thread.sleep(200);
        }
    }

    /// What was listed, by SKU.
    public Map<String, Integer> listed() {
        return Map.copyOf(listed);
    }

    private boolean orderable(String sku) throws InterruptedException {
        return http.send("GET", system.url(Service.ORDER) + "/products", null, Map.of())
                .body()
                .toString()
                .contains('"' + sku + '"');
    }
}

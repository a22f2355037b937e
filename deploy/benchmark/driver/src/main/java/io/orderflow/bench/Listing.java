package io.orderflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/// Brings the products into the catalogue, and waits until they can be ordered.
final class Listing {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Listing() {}

    static void list(Subject subject, Shop shop) {
        for (String sku : Wishes.SKUS) {
            int status = subject.inventory().send("PUT", "/products/" + sku, Wishes.offer(sku));
            if (status < 200 || status > 299) {
                throw new Refused("The product " + sku + " cannot be listed: HTTP " + status + ".");
            }
        }
        try (Connection connection = shop.connect()) {
            boolean known = Threads.until(PATIENCE, Duration.ofMillis(200), () -> shop.tries(connection));
            if (!known) {
                throw new Refused("What was listed cannot be ordered after a minute.");
            }
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }
}

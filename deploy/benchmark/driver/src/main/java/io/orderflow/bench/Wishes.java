package io.orderflow.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// What is ordered: two lines of eight products, taken in turn; nothing is ever declined or short.
final class Wishes {
    /// The products; a million pieces of each are listed.
    static final List<String> SKUS = List.of(
            "BENCH-CUP",
            "BENCH-POT",
            "BENCH-TRAY",
            "BENCH-TEA",
            "BENCH-SPOON",
            "BENCH-BOWL",
            "BENCH-TIN",
            "BENCH-KETTLE");

    private static final String BODY = """
            {"customer":{"name":"Ada Lovelace","email":"ada@example.org"},\
            "shipTo":{"name":"Ada Lovelace","street":"12 St James's Square","city":"London",\
            "postalCode":"SW1Y 4JH","country":"GB"},\
            "payment":{"token":"tok_approved"},\
            "lines":[{"sku":"%s","quantity":1},{"sku":"%s","quantity":2}]}""";

    private static final List<byte[]> BODIES = IntStream.range(0, SKUS.size())
            .mapToObj(i -> BODY.formatted(SKUS.get(i), SKUS.get((i + 3) % SKUS.size())))
            .map(body -> body.getBytes(StandardCharsets.UTF_8))
            .toList();

    private Wishes() {}

    /// The body of the n-th order.
    static byte[] body(long n) {
        return BODIES.get((int) (n % BODIES.size()));
    }

    /// How the product is listed.
    static String offer(String sku) {
        return """
                {"name":"%s","price":{"currency":"EUR","amount":"12.90"},"onHand":1000000}""".formatted(sku);
    }
}

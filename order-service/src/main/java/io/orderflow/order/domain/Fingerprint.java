package io.orderflow.order.domain;

import io.orderflow.events.StockLine;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// What a wish says, in 256 bits: two requests with the same fingerprint ask for the same. It does not depend on
/// white space or on the order of members and lines. As RFC-to-be "The Idempotency-Key HTTP Header Field", section
/// 2.4, suggests.
public final class Fingerprint {
    private Fingerprint() {}

    /// SHA-256 over the parts, each with its length before it, so that no two wishes run into each other; in hex.
    public static String of(Wish wish) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (String part : parts(wish)) {
                out.writeUTF(part);
            }
            List<StockLine> sorted = wish.lines().stream()
                    .sorted(Comparator.comparing(StockLine::sku))
                    .toList();
            for (StockLine line : sorted) {
                out.writeUTF(line.sku());
                out.writeInt(line.quantity());
            }
            if (wish.shipWithin() != null) {
                out.writeUTF(wish.shipWithin().toString());
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException impossible) { // nothing is written but memory
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) { // every Java platform has it
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> parts(Wish wish) {
        return List.of(
                wish.customer().name(),
                wish.customer().email(),
                wish.shipTo().name(),
                wish.shipTo().street(),
                wish.shipTo().city(),
                wish.shipTo().postalCode(),
                wish.shipTo().country(),
                wish.payment().token());
    }
}

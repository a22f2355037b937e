package io.orderflow.shipping.domain;

import io.orderflow.events.Address;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// What the carrier is asked for: take an order's goods to an address.
public record Booking(UUID orderId, Address shipTo) {
    private static final UUID NAMESPACE = UUID.fromString("8d6b1f37-0f5c-4a6e-8c0b-2f1d93c4b7aa");

    /// The idempotency key: a UUID of version 5 (RFC 9562, section 5.5) of the order. It is derived, not
    /// drawn, so that every try carries the same key, even one from a database restored from yesterday.
    public UUID key() {
        byte[] name = (orderId + "/booking/1").getBytes(StandardCharsets.UTF_8);
        ByteBuffer input = ByteBuffer.allocate(16 + name.length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(name);
        ByteBuffer hash = ByteBuffer.wrap(sha1().digest(input.array()));
        long most = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

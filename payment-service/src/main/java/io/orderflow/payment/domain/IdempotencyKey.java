package io.orderflow.payment.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Derives the key under which the provider knows an operation: a UUID of version 5 (RFC 9562, section 5.5)
/// of order, kind and sequence. It is derived, not drawn, so that even a database restored from yesterday
/// asks with the same key.
final class IdempotencyKey {
    private static final UUID NAMESPACE = UUID.fromString("3f0c9a52-6a0e-4d0b-9d5e-6b8f5a1c7e21");

    private IdempotencyKey() {}

    static UUID of(UUID orderId, String kind, int sequence) {
        byte[] name = (orderId + "/" + kind + "/" + sequence).getBytes(StandardCharsets.UTF_8);
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

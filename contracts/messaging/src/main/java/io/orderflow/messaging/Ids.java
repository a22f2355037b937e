package io.orderflow.messaging;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Ids that sort by the time they were made: UUIDs of version 7 (RFC 9562, section 5.7), 48 bits of milliseconds and
/// 74 random bits.
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /// A new id, of the present millisecond.
    public static UUID next() {
        return of(Instant.now().toEpochMilli(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    /// The id made of this millisecond and these random bits.
    static UUID of(long millis, long randomA, long randomB) {
        long most = (millis << 16) | 0x7000L | (randomA & 0x0FFFL);
        long least = 0x8000_0000_0000_0000L | (randomB & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(most, least);
    }
}

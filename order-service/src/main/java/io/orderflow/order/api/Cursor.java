package io.orderflow.order.api;

import io.orderflow.messaging.web.Refusal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Where a page ends, as an opaque word that clients give back for the next.
final class Cursor {
    private static final int BYTES = 16;

    private Cursor() {}

    static String after(UUID orderId) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(orderId.getMostSignificantBits())
                .putLong(orderId.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @throws Refusal when it is none of ours
    static @Nullable UUID read(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() == BYTES) {
                return new UUID(bytes.getLong(), bytes.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            // said below
        }
        throw new Refusal(
                HttpStatus.BAD_REQUEST, "bad-cursor", "Bad cursor", "The parameter after is no cursor of this list.");
    }
}

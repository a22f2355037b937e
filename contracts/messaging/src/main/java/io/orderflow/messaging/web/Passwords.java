package io.orderflow.messaging.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Compares a password with the configured one in constant time. The configured one is in this process's memory in
/// any case and stored nowhere, so a slow hash would protect nothing, and cost its time at each request.
final class Passwords implements PasswordEncoder {
    @Override
    public @Nullable String encode(@Nullable CharSequence raw) {
        return raw == null ? null : HexFormat.of().formatHex(digest(raw));
    }

    @Override
    public boolean matches(@Nullable CharSequence raw, @Nullable String encoded) {
        return raw != null
                && encoded != null
                && MessageDigest.isEqual(digest(raw), HexFormat.of().parseHex(encoded));
    }

    private static byte[] digest(CharSequence raw) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) { // every Java platform has it
            throw new IllegalStateException(impossible);
        }
    }
}

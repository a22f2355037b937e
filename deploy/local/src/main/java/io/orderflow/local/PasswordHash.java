package io.orderflow.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// A password as RabbitMQ keeps it: base64 of a salt of four bytes and SHA-256 of salt and password
/// (https://www.rabbitmq.com/docs/passwords). The salt is derived, so that the same log-in gives the same file; the
/// passwords are long and random, which is what keeps them.
final class PasswordHash {
    private PasswordHash() {}

    static String of(String user, String password) {
        byte[] salt = Arrays.copyOf(sha256((user + "\n" + password).getBytes(StandardCharsets.UTF_8)), 4);
        var salted = new ByteArrayOutputStream();
        salted.writeBytes(salt);
        salted.writeBytes(password.getBytes(StandardCharsets.UTF_8));
        var kept = new ByteArrayOutputStream();
        kept.writeBytes(salt);
        kept.writeBytes(sha256(salted.toByteArray()));
        return Base64.getEncoder().encodeToString(kept.toByteArray());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

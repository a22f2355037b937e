package io.orderflow.shipping.gateways;

import io.orderflow.messaging.start.WrongConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The signature of what a carrier sends, as [Standard Webhooks](https://www.standardwebhooks.com/) has it:
/// `v1,` and the Base64 of the HMAC-SHA256 over `<webhook-id>.<webhook-timestamp>.<body>`.
public final class CarrierSignature {
    /// How far the time of a signature may be from ours: old messages cannot be sent again for long.
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String PROPERTY = "orderflow.shipping.webhook.secret";
    private static final String PREFIX = "whsec_";
    private static final String SCHEME = "v1,";
    private static final int SHORTEST_KEY = 24; // as Standard Webhooks asks for
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private CarrierSignature(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// The signature with a secret: `whsec_` and the key in Base64, or any other text, whose bytes are the key.
    ///
    /// @throws WrongConfiguration when the key has less than 24 bytes, or is no Base64
    public static CarrierSignature withSecret(String secret) {
        byte[] key = secret.startsWith(PREFIX)
                ? decoded(secret.substring(PREFIX.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
        if (key.length < SHORTEST_KEY) {
            throw new WrongConfiguration(
                    PROPERTY + " must have at least " + SHORTEST_KEY + " bytes, and has " + key.length);
        }
        return new CarrierSignature(key);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) { // its message quotes the secret
            throw new WrongConfiguration(PROPERTY + " begins with " + PREFIX + " and is no Base64 after that");
        }
    }

    /// What is wrong with a message's signature, in one sentence; null when nothing is.
    ///
    /// @param id         the header `webhook-id`
    /// @param timestamp  the header `webhook-timestamp`: seconds since 1970
    /// @param signatures the header `webhook-signature`: signatures, with spaces between them; one has to be right
    /// @param body       as it came, byte by byte
    public @Nullable String wrong(
            @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body, Instant now) {
        if (id == null || timestamp == null || signatures == null || !timestamp.matches("\\d{1,12}")) {
            return "It wants the headers webhook-id, webhook-timestamp (in seconds) and webhook-signature.";
        }
        Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        if (apart.abs().compareTo(TOLERANCE) > 0) {
            return "It was signed more than " + TOLERANCE.toMinutes() + " minutes before or after our time.";
        }
        byte[] right = sign(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
        for (String signature : signatures.split(" ", -1)) {
            if (MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8))) { // in constant time
                return null;
            }
        }
        return "It was not signed with the secret that was agreed on, or not as it came.";
    }

    /// The signature of a message.
    public String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return SCHEME + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) { // every Java platform has it
            throw new IllegalStateException(impossible);
        }
    }
}

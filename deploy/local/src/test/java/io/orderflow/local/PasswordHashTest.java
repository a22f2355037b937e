package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
    @Test
    void a_password_is_kept_as_salt_and_hash_of_salt_and_password() throws Exception {
        byte[] kept = Base64.getDecoder().decode(PasswordHash.of("payment", "test12"));
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(kept, 0, 4);

        assertThat(kept).hasSize(36);
        assertThat(Arrays.copyOfRange(kept, 4, 36)).isEqualTo(sha256.digest("test12".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void two_users_with_one_password_are_not_seen_to_have_it() {
        assertThat(PasswordHash.of("payment", "test12")).isNotEqualTo(PasswordHash.of("order", "test12"));
    }
}

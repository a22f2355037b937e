package io.orderflow.messaging.web;

import io.orderflow.messaging.start.WrongConfiguration;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// The log-ins of those who see to the machinery, under `orderflow.operations`: one for each person, because what they
/// do is kept under the name.
///
/// @param passwords the password of each name; has no default
@Validated
@ConfigurationProperties(prefix = "orderflow.operations", ignoreUnknownFields = false)
record OperationsProperties(
        @NotNull(message = "must have one password at least") @NotEmpty(message = "must have one password at least")
        Map<String, String> passwords) {
    private static final int SHORTEST = 4;

    OperationsProperties {
        passwords = passwords == null ? Map.of() : new TreeMap<>(passwords);
    }

    /// Refuses what cannot be a log-in of its own.
    ///
    /// @param operator the name of the business's operator
    /// @throws WrongConfiguration naming the property
    void check(String operator) {
        passwords.forEach((name, password) -> {
            String property = "orderflow.operations.passwords." + name;
            if (name.equals(operator)) {
                throw new WrongConfiguration(
                        property + " has the name of orderflow.operator: operations want a log-in of their own");
            }
            if (password.length() < SHORTEST) {
                throw new WrongConfiguration(property + " must have at least " + SHORTEST + " characters");
            }
        });
    }

    @Override
    public String toString() {
        return "the log-ins of " + passwords.keySet();
    }
}

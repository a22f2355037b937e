package io.orderflow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// The passwords of this checkout: made at random when first asked for, kept in one file that only its owner may read.
final class Secrets {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties known = new Properties();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                known.load(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    String operator() {
        return of("operator");
    }

    /// Of those who see to the machinery.
    String operations() {
        return of("operations");
    }

    String viewer() {
        return of("viewer");
    }

    String admin() {
        return of("admin");
    }

    String postgres() {
        return of("postgres");
    }

    String broker(Service service) {
        return of(service.id() + ".broker");
    }

    /// Of the role as which the service reads and writes.
    String database(Service service) {
        return of(service.id() + ".database");
    }

    /// Of the role as which the service migrates its schema.
    String owner(Service service) {
        return of(service.id() + ".owner");
    }

    /// What carriers sign their word on deliveries with, as Standard Webhooks writes it.
    String webhook() {
        return "whsec_" + Base64.getEncoder().encodeToString(of("webhook").getBytes(StandardCharsets.US_ASCII));
    }

    private synchronized String of(String name) {
        String secret = known.getProperty(name);
        if (secret == null) {
            secret = random();
            known.setProperty(name, secret);
            keep();
        }
        return secret;
    }

    private static String random() {
        var made = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return made.toString();
    }

    private void keep() {
        var text = new StringBuilder();
        known.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> text.append(name)
                        .append('=')
                        .append(known.getProperty(name))
                        .append('\n'));
        Private.write(file, text.toString());
    }
}

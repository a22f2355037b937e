package io.orderflow.local;

import java.nio.file.Path;
import java.util.Locale;

/// One of the six services: its name, its jar, the port of its first instance.
enum Service {
    ORDER(8080),
    PAYMENT(8081),
    INVENTORY(8082),
    SHIPPING(8083),
    NOTIFICATION(8084),
    ANALYTICS(8085);

    private final int port;

    Service(int port) {
        this.port = port;
    }

    static Service named(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /// The name under which broker and databases know it.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    int port() {
        return port;
    }

    Path jar(Path root) {
        return root.resolve(id() + "-service").resolve("target").resolve(id() + "-service.jar");
    }

    String database() {
        return "orderflow_" + id();
    }

    /// The role that owns the database and migrates its schema.
    String owner() {
        return id() + "_owner";
    }
}

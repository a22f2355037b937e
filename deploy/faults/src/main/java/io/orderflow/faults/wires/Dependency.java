package io.orderflow.faults.wires;

import java.util.Locale;

/// What a service reaches over a wire.
public enum Dependency {
    BROKER,
    DATABASE;

    /// Its name in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

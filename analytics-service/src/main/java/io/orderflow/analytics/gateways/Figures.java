package io.orderflow.analytics.gateways;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Numbers by name, such as `orders DELIVERED`. What is not there is zero.
public final class Figures {
    private final Map<String, BigDecimal> byName = new TreeMap<>();

    /// Adds to a figure.
    public Figures add(String name, @Nullable BigDecimal value) {
        if (value != null) {
            byName.merge(name, value, BigDecimal::add);
        }
        return this;
    }

    /// A figure; zero where there is none of this name.
    public BigDecimal get(String name) {
        return byName.getOrDefault(name, BigDecimal.ZERO);
    }

    /// The names of these and those.
    public Set<String> namesWith(Figures those) {
        var names = new TreeSet<>(byName.keySet());
        names.addAll(those.byName.keySet());
        return names;
    }
}

package io.orderflow.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Changed copies of values that never change.
final class Values {
    private Values() {}

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var copy = new HashMap<>(map);
        copy.put(key, value);
        return Map.copyOf(copy);
    }

    static <E> Set<E> changed(Set<E> set, E member, boolean in) {
        var copy = new HashSet<>(set);
        if (in) {
            copy.add(member);
        } else {
            copy.remove(member);
        }
        return Set.copyOf(copy);
    }
}

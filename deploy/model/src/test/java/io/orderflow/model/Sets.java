package io.orderflow.model;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// Sets of small numbers, themselves numbered; 0 is the empty set.
final class Sets {
    private final Interned<BitSet> sets = new Interned<>();
    private final Map<Long, Integer> grown = new HashMap<>();
    private final Map<Long, Integer> shrunk = new HashMap<>();

    Sets() {
        sets.number(new BitSet());
    }

    int with(int set, int member) {
        return grown.computeIfAbsent(pair(set, member), _ -> changed(set, member, true));
    }

    int without(int set, int member) {
        return shrunk.computeIfAbsent(pair(set, member), _ -> changed(set, member, false));
    }

    boolean contains(int set, int member) {
        return sets.value(set).get(member);
    }

    /// The members; not to be changed.
    BitSet members(int set) {
        return sets.value(set);
    }

    private int changed(int set, int member, boolean in) {
        BitSet copy = (BitSet) sets.value(set).clone();
        copy.set(member, in);
        return sets.number(copy);
    }

    private static long pair(int set, int member) {
        return (long) set << 32 | member;
    }
}

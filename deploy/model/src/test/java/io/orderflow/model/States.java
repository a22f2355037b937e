package io.orderflow.model;

import java.util.Arrays;

/// All states that were seen, each once, in the order in which they were seen first, and how each was come to.
final class States {
    private final int width;
    private int[] numbers;
    private int[] slots;
    private int[] parents;
    private long[] steps;
    private int size;

    States(int width) {
        this.width = width;
        this.numbers = new int[width << 12];
        this.slots = new int[1 << 14];
        this.parents = new int[1 << 12];
        this.steps = new long[1 << 12];
    }

    int size() {
        return size;
    }

    int[] state(int index) {
        return Arrays.copyOfRange(numbers, index * width, (index + 1) * width);
    }

    /// From which state it was come to; -1 for the first.
    int parent(int index) {
        return parents[index];
    }

    /// By which step, packed.
    long step(int index) {
        return steps[index];
    }

    /// The state's index; it is added, with how it was come to, if it was not seen before.
    int add(int[] state, int parent, long step) {
        int slot = slot(state);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        grow();
        slot = slot(state);
        System.arraycopy(state, 0, numbers, size * width, width);
        parents[size] = parent;
        steps[size] = step;
        slots[slot] = ++size;
        return size - 1;
    }

    private int slot(int[] state) {
        int mask = slots.length - 1;
        int slot = hash(state) & mask;
        while (slots[slot] != 0 && !same(slots[slot] - 1, state)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean same(int index, int[] state) {
        int from = index * width;
        return Arrays.equals(numbers, from, from + width, state, 0, width);
    }

    private static int hash(int[] state) {
        int hash = 17;
        for (int number : state) {
            hash = (hash ^ number) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return hash;
    }

    private void grow() {
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, size * 2);
            steps = Arrays.copyOf(steps, size * 2);
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(size * 2, width));
        }
        if (size * 2 >= slots.length) {
            slots = new int[slots.length * 2];
            for (int i = 0; i < size; i++) {
                slots[slot(state(i))] = i + 1;
            }
        }
    }
}

package io.orderflow.faults.wires;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// How a wire is: whole or in one of the ways in which networks fail.
public sealed interface Condition {
    /// Everything passes at once.
    record Whole() implements Condition {}

    /// Everything passes, in order, and late; how much passes in a second stays as it is.
    ///
    /// @param least the shortest delay in each direction
    /// @param most  the longest
    /// @param seed  of all delays in between
    record Slow(Duration least, Duration most, long seed) implements Condition {
        public Slow {
            if (least.isNegative() || least.compareTo(most) > 0) {
                throw new IllegalArgumentException("a delay from %s to %s".formatted(least, most));
            }
        }
    }

    /// Nothing passes, and nothing is closed: neither data nor the end of a connection. Who connects is accepted and
    /// gets no answer.
    ///
    /// @param directions where nothing passes
    record Silent(Set<Direction> directions) implements Condition {
        public Silent {
            directions = Set.copyOf(directions);
        }

        /// Silent both ways, as after a pulled cable.
        public static Silent everywhere() {
            return new Silent(EnumSet.allOf(Direction.class));
        }
    }

    /// Every connection gets an RST, and so does whoever connects.
    record Broken() implements Condition {}

    /// Whether nothing passes this way.
    default boolean silences(Direction direction) {
        return this instanceof Silent silent && silent.directions().contains(direction);
    }
}

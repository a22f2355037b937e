package io.orderflow.model;

import io.orderflow.model.Space.Carriage;
import io.orderflow.model.Space.Provider;
import java.util.Set;

/// The spaces that are gone through: the short ones with every build, the long ones when asked for.
enum Spaces {
    /// One order, and everything that may happen to it.
    ONE_ORDER(true, new Space("one order", 1, 1, Provider.EVERYTHING, Carriage.EVERYTHING, Set.of("A"), false)),

    /// One order for what is not there.
    SOLD_OUT(
            true, new Space("one order, sold out", 1, 0, Provider.EVERYTHING, Carriage.EVERYTHING, Set.of("A"), false)),

    /// One order, any message of which may be lost.
    LOST_MESSAGES(
            true,
            new Space("one order, messages lost", 1, 1, Provider.EVERYTHING, Carriage.NO_DELIVERY, Set.of("A"), true)),

    /// Two orders over the last piece; one of them may be cancelled.
    LAST_PIECE(true, new Space("two orders, one piece", 2, 1, Provider.CAPTURES, Carriage.BOOKS, Set.of("A"), false)),

    /// Three orders over one piece.
    THREE_ORDERS(true, new Space("three orders, one piece", 3, 1, Provider.CAPTURES, Carriage.BOOKS, Set.of(), false)),

    /// Two orders over the last piece, both of which may be cancelled.
    TWO_ORDERS(
            false,
            new Space(
                    "two orders, one piece, both may be cancelled",
                    2,
                    1,
                    Provider.CAPTURES,
                    Carriage.BOOKS,
                    Set.of("A", "B"),
                    false)),

    /// Two orders over the last piece; cards may be declined and addresses refused.
    DECLINED(
            true,
            new Space(
                    "two orders, one piece, declined or refused",
                    2,
                    1,
                    Provider.ANSWERS,
                    Carriage.ANSWERS,
                    Set.of(),
                    false)),

    /// Three orders over two pieces; one of them may be cancelled.
    THREE_OVER_TWO(
            false, new Space("three orders, two pieces", 3, 2, Provider.CAPTURES, Carriage.BOOKS, Set.of("A"), false));

    private final boolean isShort;
    private final Space space;

    Spaces(boolean isShort, Space space) {
        this.isShort = isShort;
        this.space = space;
    }

    boolean isShort() {
        return isShort;
    }

    Space space() {
        return space;
    }
}

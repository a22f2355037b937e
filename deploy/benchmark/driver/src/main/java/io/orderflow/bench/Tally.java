package io.orderflow.bench;

/// What became of all orders.
///
/// @param placed    accepted with 202
/// @param shipped   ended as they should
/// @param delivered arrived
/// @param failed    ended otherwise
/// @param busy      answers 503: the request was sent again
/// @param errors    other answers, and connections that broke: the request was sent again
record Tally(int placed, int shipped, int delivered, int failed, int busy, int errors) {
    /// True if every order that was accepted came to its end.
    boolean nothingLost() {
        return placed == shipped && placed == delivered && failed == 0;
    }

    /// How many were accepted and never came to an end.
    int lost() {
        return placed - Math.min(shipped + failed, placed);
    }

    boolean settled() {
        return shipped + failed >= placed && delivered >= shipped;
    }

    Tally with(int busyAnswers, int otherErrors) {
        return new Tally(placed, shipped, delivered, failed, busyAnswers, otherErrors);
    }

    @Override
    public String toString() {
        return placed + " orders placed, " + shipped + " shipped, " + delivered + " delivered, " + failed
                + " ended otherwise, " + lost() + " without an end";
    }
}

package io.orderflow.payment.gateways.simulator;

import java.util.Arrays;
import java.util.Optional;

/// A card token that makes the simulated provider behave in one certain way.
enum TestCard {
    APPROVED("tok_approved"),
    DECLINED("tok_declined"),
    INSUFFICIENT_FUNDS("tok_insufficient_funds"),
    SLOW("tok_slow"),
    TIMEOUT_BEFORE("tok_timeout_before"),
    TIMEOUT_AFTER("tok_timeout_after"),
    ERROR_500("tok_error_500");

    /// How many calls with [#ERROR_500] fail before one works.
    static final int ERRORS = 2;

    private final String token;

    TestCard(String token) {
        this.token = token;
    }

    static Optional<TestCard> of(String token) {
        return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst();
    }

    /// How the provider answers a charge that it has not decided yet.
    ///
    /// @param earlier how many calls with the same key there were before
    Reply reply(int earlier) {
        return switch (this) {
            case APPROVED, SLOW -> new Reply.Capture(true);
            case DECLINED -> new Reply.Decline("card-declined");
            case INSUFFICIENT_FUNDS -> new Reply.Decline("insufficient-funds");
            case TIMEOUT_BEFORE -> earlier == 0 ? new Reply.Nothing("time-out") : new Reply.Capture(true);
            case TIMEOUT_AFTER -> new Reply.Capture(false);
            case ERROR_500 -> earlier < ERRORS ? new Reply.Nothing("error 500") : new Reply.Capture(true);
        };
    }
}

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
    ERROR_500("tok_error_500"),
    BUSY("tok_busy"),
    REFUND_REFUSED("tok_refund_refused"),
    REFUND_ERROR("tok_refund_error"),
    REFUND_TIMEOUT_AFTER("tok_refund_timeout_after");

    private static final Reply.Move MOVE = new Reply.Move(true);
    private static final Reply.Move MOVE_AND_TIME_OUT = new Reply.Move(false);
    private static final Reply.Nothing ERROR = new Reply.Nothing("error 500");

    /// How many charges with [#ERROR_500] fail before one works.
    private static final int CHARGE_ERRORS = 2;

    /// How many charges with [#BUSY] are put off before one works.
    private static final int BUSY_CALLS = 2;

    /// How many refunds with [#REFUND_ERROR] fail before one works.
    private static final int REFUND_ERRORS = 3;

    private final String token;

    TestCard(String token) {
        this.token = token;
    }

    static Optional<TestCard> of(String token) {
        return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst();
    }

    String token() {
        return token;
    }

    /// How the provider answers a charge.
    ///
    /// @param earlier how many calls with the same key there were before
    Reply charge(int earlier) {
        return switch (this) {
            case APPROVED, SLOW, REFUND_REFUSED, REFUND_ERROR, REFUND_TIMEOUT_AFTER -> MOVE;
            case DECLINED -> new Reply.Refuse("card-declined");
            case INSUFFICIENT_FUNDS -> new Reply.Refuse("insufficient-funds");
            case TIMEOUT_BEFORE -> earlier == 0 ? new Reply.Nothing("time-out") : MOVE;
            case TIMEOUT_AFTER -> MOVE_AND_TIME_OUT;
            case ERROR_500 -> earlier < CHARGE_ERRORS ? ERROR : MOVE;
            case BUSY -> earlier < BUSY_CALLS ? new Reply.Busy() : MOVE;
        };
    }

    /// How the provider answers a refund to this card.
    ///
    /// @param earlier       how many calls with the same key there were before
    /// @param refusedBefore whether a refund under another key was refused
    Reply refund(int earlier, boolean refusedBefore) {
        return switch (this) {
            case REFUND_REFUSED -> refusedBefore ? MOVE : new Reply.Refuse("account-closed");
            case REFUND_ERROR -> earlier < REFUND_ERRORS ? ERROR : MOVE;
            case REFUND_TIMEOUT_AFTER -> MOVE_AND_TIME_OUT;
            case APPROVED, DECLINED, INSUFFICIENT_FUNDS, SLOW, TIMEOUT_BEFORE, TIMEOUT_AFTER, ERROR_500, BUSY -> MOVE;
        };
    }
}

package io.orderflow.faults.load;

import java.util.List;
import java.util.random.RandomGenerator;

/// What kinds of orders come in, and how often each.
public enum Mix {
    /// Of everything some; most go well.
    USUAL(56),
    /// Only cards with which the provider has trouble.
    TROUBLE(0),
    /// Mostly a slow card, so that many charges are being made at any time.
    SLOW(30),
    /// Only orders that nothing stands in the way of.
    PLAIN(100);

    private static final List<String> TROUBLES =
            List.of("tok_timeout_after", "tok_timeout_before", "tok_error_500", "tok_busy");
    private static final List<String> DECLINED = List.of("tok_declined", "tok_insufficient_funds");
    private static final List<String> REFUNDS =
            List.of("tok_refund_refused", "tok_refund_error", "tok_refund_timeout_after");
    private static final int CANCELLED = 10;
    private static final int LATEST_CANCELLATION_MILLIS = 3_000;

    private final int plain;

    /// @param plain of a hundred, how many are plain
    Mix(int plain) {
        this.plain = plain;
    }

    Wish wish(RandomGenerator random) {
        if (random.nextInt(100) < plain) {
            return this == PLAIN ? Wish.plain(line(random)) : perhapsCancelled(plain(random), random);
        }
        return perhapsCancelled(
                switch (this) {
                    case USUAL, PLAIN -> special(random);
                    case TROUBLE -> plain(random).paidWith(one(TROUBLES, random));
                    case SLOW -> plain(random).paidWith("tok_slow");
                },
                random);
    }

    private static Wish plain(RandomGenerator random) {
        Line first = line(random);
        Line second = line(random);
        return random.nextInt(4) > 0 || first.sku().equals(second.sku())
                ? Wish.plain(first)
                : Wish.plain(first, second);
    }

    private static Wish special(RandomGenerator random) {
        Wish plain = plain(random);
        return switch (random.nextInt(11)) {
            case 0, 1, 2, 3 -> plain.paidWith(one(TROUBLES, random));
            case 4 -> plain.paidWith("tok_slow");
            case 5 -> plain.paidWith(one(DECLINED, random));
            case 6 -> plain.paidWith(one(REFUNDS, random)).cancelledAfter(random.nextInt(400));
            case 7 -> plain.paidWith(one(REFUNDS, random)).sentTo(Wish.REFUSED_STREET, Wish.LONDON);
            case 8 -> plain.sentTo(Wish.REFUSED_STREET, Wish.LONDON);
            case 9 -> plain.sentTo(Wish.PLEASANT_STREET, Wish.SLOWTOWN);
            default -> Wish.plain(new Line(Shelf.SCARCE, 1));
        };
    }

    private static Wish perhapsCancelled(Wish wish, RandomGenerator random) {
        return wish.cancelMillis() < 0 && random.nextInt(100) < CANCELLED
                ? wish.cancelledAfter(random.nextInt(LATEST_CANCELLATION_MILLIS))
                : wish;
    }

    private static Line line(RandomGenerator random) {
        return new Line(one(Shelf.PLENTY, random), 1 + random.nextInt(3));
    }

    private static <T> T one(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}

package io.orderflow.faults.messages;

import io.orderflow.faults.World;
import io.orderflow.faults.load.Line;
import io.orderflow.faults.load.Shelf;
import io.orderflow.faults.load.Wish;
import java.time.Duration;

/// Customers who change their minds at once.
final class Quitters {
    private static final int EACH_TIME = 6;

    private Quitters() {}

    /// Some come, spread over a time.
    static void come(World world, Duration time) throws InterruptedException {
        for (int i = 0; i < EACH_TIME; i++) {
            Wish wish = Wish.plain(new Line(Shelf.PLENTY.getFirst(), 1)).cancelledAfter(0);
            var _ = world.load().order(wish, i);
            world.pass(time.dividedBy(EACH_TIME));
        }
    }
}

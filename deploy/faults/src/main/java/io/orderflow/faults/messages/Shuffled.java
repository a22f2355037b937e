package io.orderflow.faults.messages;

import com.rabbitmq.client.Delivery;
import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Events do not reach their readers in the order in which they were said: some seconds of them are held
/// back, and handed on in another one.
public final class Shuffled implements Fault {
    private static final String CREATED = "v1.order.created";
    private static final String CANCELLATION = "v1.order.cancellation-requested";
    private static final List<String> SAGA = List.of(
            CREATED,
            CANCELLATION,
            "v1.payment.processed",
            "v1.payment.failed",
            "v1.payment.refunded",
            "v1.payment.voided",
            "v1.inventory.updated",
            "v1.inventory.update-failed",
            "v1.inventory.released",
            "v1.order.shipped",
            "v1.order.delivered",
            "v1.shipping.failed",
            "v1.shipping.cancelled");
    private static final Duration HELD = Duration.ofSeconds(3);

    private final boolean cancellationsFirst;

    private Shuffled(boolean cancellationsFirst) {
        this.cancellationsFirst = cancellationsFirst;
    }

    /// In any order, by the seed.
    public static Fault inAnyOrder() {
        return new Shuffled(false);
    }

    /// Requests to cancel before all else, and so before the orders that they are about.
    public static Fault cancellationsFirst() {
        return new Shuffled(true);
    }

    @Override
    public String name() {
        return cancellationsFirst ? "cancel-first" : "shuffled";
    }

    @Override
    public String expected() {
        return "the same ends as in any other order";
    }

    @Override
    public Blow strike(World world) throws Exception {
        var random = new Random(world.random().nextLong());
        long turned = 0;
        try (var detour = Detour.open(world, SAGA)) {
            long end = System.nanoTime()
                    + world.span(Duration.ofSeconds(24), Duration.ofSeconds(60)).toNanos();
            while (System.nanoTime() < end) {
                if (cancellationsFirst) {
                    Quitters.come(world, HELD);
                } else {
                    world.pass(HELD);
                }
                List<Delivery> events = detour.arrived();
                List<Delivery> other = reordered(events, random);
                turned += cancellationsFirst ? early(other) : displaced(events, other);
                detour.handOn(other);
            }
        }
        world.whole();
        return Blow.landed(
                turned,
                cancellationsFirst
                        ? "requests to cancel handed on before the order that they are about"
                        : "events handed on at another place than their own");
    }

    private List<Delivery> reordered(List<Delivery> events, Random random) {
        var other = new ArrayList<>(events);
        Collections.shuffle(other, random);
        if (cancellationsFirst) {
            other.sort(Comparator.comparing(event -> !Detour.type(event).equals(CANCELLATION)));
        }
        return other;
    }

    static long displaced(List<Delivery> before, List<Delivery> after) {
        long displaced = 0;
        for (int i = 0; i < before.size(); i++) {
            displaced += before.get(i).equals(after.get(i)) ? 0 : 1;
        }
        return displaced;
    }

    /// How many requests to cancel stand before the order that they are about.
    static long early(List<Delivery> events) {
        Set<String> asked = new HashSet<>();
        long early = 0;
        for (Delivery event : events) {
            String order = String.valueOf(event.getProperties().getCorrelationId());
            if (Detour.type(event).equals(CANCELLATION)) {
                asked.add(order);
            } else if (Detour.type(event).equals(CREATED) && asked.contains(order)) {
                early++;
            }
        }
        return early;
    }
}

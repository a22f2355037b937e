package io.orderflow.faults.messages;

import com.rabbitmq.client.Delivery;
import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Every reader gets every event three times.
public final class Duplicates implements Fault {
    private static final int MORE = 2;

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public String expected() {
        return "each event has its effect once";
    }

    @Override
    public Blow strike(World world) throws Exception {
        long again = 0;
        BlockingQueue<Delivery> heard = Ear.basket();
        try (var _ = Ear.collect(world.system(), heard);
                var post = Post.open(world.system())) {
            long end = System.nanoTime()
                    + world.span(Duration.ofSeconds(20), Duration.ofSeconds(60)).toNanos();
            while (System.nanoTime() < end) {
                Delivery event = heard.poll(200, TimeUnit.MILLISECONDS);
                for (int i = 0; event != null && i < MORE; i++) {
                    again += post.deliver(event);
                }
            }
            post.confirm();
        }
        world.whole();
        return Blow.landed(again, "copies of events put into their readers' queues");
    }
}

package io.orderflow.faults.broker;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Management;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The broker raises an alarm and lets nobody publish any more, without a word to who tries.
public final class BrokerAlarm implements Fault {
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(40);
    private static final Duration RAISED = Duration.ofSeconds(15);

    private final String alarm;
    private final List<String> raise;
    private final List<String> lower;

    private BrokerAlarm(String alarm, List<String> raise, List<String> lower) {
        this.alarm = alarm;
        this.raise = raise;
        this.lower = lower;
    }

    /// It has no memory left.
    public static Fault memory() {
        return new BrokerAlarm(
                "memory",
                List.of("set_vm_memory_high_watermark", "absolute", "1MB"),
                List.of("set_vm_memory_high_watermark", "absolute", "1GB"));
    }

    /// It has no room on its disk left.
    public static Fault disk() {
        return new BrokerAlarm(
                "disk", List.of("set_disk_free_limit", "1000000GB"), List.of("set_disk_free_limit", "200MB"));
    }

    @Override
    public String name() {
        return "broker-" + alarm + "-alarm";
    }

    @Override
    public String expected() {
        return "what is said waits in the outbox without a lock held, and leaves soon after";
    }

    @Override
    public Blow strike(World world) throws Exception {
        var management = new Management(world.system());
        var blocked = new AtomicLong();
        boolean raised;
        world.system().rabbitmqctl(raise.toArray(String[]::new));
        try {
            raised = world.await(SEEN_WITHIN, () -> {
                blocked.set(Math.max(blocked.get(), quietly(management::blocked)));
                return blocked.get() > 0 && quietly(management::alarms).contains(alarm);
            });
            world.pass(RAISED);
            blocked.set(Math.max(blocked.get(), quietly(management::blocked)));
        } finally {
            world.system().rabbitmqctl(lower.toArray(String[]::new));
        }
        world.whole();
        return Blow.landed(raised ? blocked.get() : 0, "connections blocked while the " + alarm + " alarm was raised");
    }

    private interface Question<T> {
        T ask() throws InterruptedException;
    }

    private static <T> T quietly(Question<T> question) {
        try {
            return question.ask();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}

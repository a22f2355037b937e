package io.orderflow.faults.messages;

import com.rabbitmq.client.ShutdownSignalException;
import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.running.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// Messages that nobody can make sense of stand between good ones, in every service's queue.
public final class Poisoned implements Fault {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "poison";
    }

    @Override
    public String expected() {
        return "each is parked with its reason, its neighbours are not affected";
    }

    @Override
    public Blow strike(World world) throws Exception {
        String run = Long.toHexString(world.random().nextLong());
        int parked = 0;
        int refused = 0;
        var broken = new ArrayList<String>();
        for (Service service : Service.values()) {
            var poisons = new HashMap<String, Poison>();
            for (Poison.Kind kind : Poison.Kind.values()) {
                var poison = new Poison(run + "-" + service.id() + "-" + kind, kind);
                if (isTaken(world, service, poison)) {
                    poisons.put(poison.mark(), poison);
                } else if (kind == Poison.Kind.TOO_BIG) {
                    refused++;
                } else {
                    broken.add("the broker did not take " + kind + " for " + service.id());
                }
            }
            Map<String, String> because = parked(world, service, List.copyOf(poisons.keySet()));
            parked += because.size();
            poisons.forEach((mark, poison) -> {
                String reason = because.get(mark);
                if (reason == null) {
                    broken.add(service.id() + " did not park " + poison.kind());
                } else if (reason.isBlank()) {
                    broken.add(service.id() + " parked " + poison.kind() + " without a reason");
                }
            });
        }
        world.whole();
        return new Blow.Landed(
                parked, "poisoned messages parked with their reason, " + refused + " refused by the broker", broken);
    }

    /// Puts it into the service's queue; false if the broker does not take it.
    private static boolean isTaken(World world, Service service, Poison poison)
            throws IOException, TimeoutException, InterruptedException {
        try (var post = Post.open(world.system())) {
            post.put(service.events(), poison.properties(service), poison.body());
            post.confirm();
            return true;
        } catch (IOException | ShutdownSignalException refused) {
            return false;
        }
    }

    private static Map<String, String> parked(World world, Service service, List<String> marks)
            throws IOException, TimeoutException, InterruptedException {
        var because = new HashMap<String, String>();
        try (var post = Post.open(world.system())) {
            world.await(PATIENCE, () -> {
                try {
                    because.putAll(Parking.take(post.channel(), service, marks));
                } catch (IOException away) {
                    throw new IllegalStateException(away);
                }
                return because.size() == marks.size();
            });
        }
        return because;
    }
}

package io.orderflow.faults.demand;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.load.Accepted;
import io.orderflow.faults.load.Line;
import io.orderflow.faults.load.Wish;
import io.orderflow.faults.running.Database;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Everybody wants the same product at once, and there are 100 pieces of it.
public final class HotSku implements Fault {
    private static final int PIECES = 100;
    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @Override
    public String name() {
        return "hot-sku";
    }

    @Override
    public String expected() {
        return "exactly 100 pieces go, without a deadlock, and everybody else gets the money back";
    }

    @Override
    public Blow strike(World world) throws Exception {
        String sku =
                "FAULTS-HOT-" + Integer.toHexString(world.random().nextInt()).toUpperCase(Locale.ROOT);
        world.shelf().list(sku, PIECES);
        var inventory = Database.of(world.system(), Service.INVENTORY);
        long deadlocks = deadlocks(inventory);
        int orders = world.count(500, 5_000);
        List<Future<Accepted>> placed = place(world, sku, orders);
        for (Future<Accepted> one : placed) {
            one.get();
        }
        world.say(orders + " orders for " + PIECES + " pieces of " + sku + " are accepted");
        boolean decided = world.await(
                PATIENCE,
                () -> inventory.number(
                                "select count(*) from deduction where decision <> 'WAITING' and lines like ?",
                                "%" + sku + "%")
                        >= orders);
        world.whole();
        long left = inventory.number("select on_hand from product where sku = ?", sku);
        var broken = new ArrayList<String>();
        if (!decided) {
            broken.add("not all orders for " + sku + " are decided");
        }
        if (left != 0) {
            broken.add(left + " pieces of " + sku + " are left");
        }
        if (deadlocks(inventory) > deadlocks) {
            broken.add(deadlocks(inventory) - deadlocks + " deadlocks in inventory's database");
        }
        return new Blow.Landed(orders, "orders at once for " + PIECES + " pieces", broken);
    }

    private static List<Future<Accepted>> place(World world, String sku, int orders) throws InterruptedException {
        var free = new Semaphore(AT_ONCE);
        var placed = new ArrayList<Future<Accepted>>();
        for (int i = 0; i < orders; i++) {
            free.acquire();
            placed.add(world.load().order(Wish.plain(new Line(sku, 1)), i, free::release));
        }
        return placed;
    }

    private static long deadlocks(Database database) {
        return database.number("select deadlocks from pg_stat_database where datname = current_database()");
    }
}

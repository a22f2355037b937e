package io.orderflow.faults.demand;

import io.orderflow.faults.Blow;
import io.orderflow.faults.Fault;
import io.orderflow.faults.World;
import io.orderflow.faults.load.Mix;
import io.orderflow.faults.running.Database;
import io.orderflow.faults.running.Service;
import java.time.Duration;

/// The payment provider times out before and after charging, answers with errors, and has no time, with
/// every order.
public final class ProviderTrouble implements Fault {
    @Override
    public String name() {
        return "provider-trouble";
    }

    @Override
    public String expected() {
        return "it is asked again under the same key, and charges once";
    }

    @Override
    public Blow strike(World world) throws Exception {
        var books = Database.of(world.system(), Service.PAYMENT);
        long before = books.number("select coalesce(max(id), 0) from provider.request");
        world.load().become(Mix.TROUBLE, 1);
        world.pass(world.span(Duration.ofSeconds(20), Duration.ofSeconds(60)));
        world.load().usual();
        long again = books.number("""
                select count(*) from (select idempotency_key from provider.request
                 where kind = 'charge' and id > ? group by idempotency_key having count(*) > 1) asked_again""", before);
        world.whole();
        return Blow.landed(again, "charges asked for more than once under one key");
    }
}

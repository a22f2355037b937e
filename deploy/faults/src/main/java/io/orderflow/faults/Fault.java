package io.orderflow.faults;

import io.orderflow.faults.running.Doors;
import java.util.List;

/// One way to hurt the running system. It hurts it for a while, under load, and makes it whole again before
/// it returns.
///
/// A fault keeps nothing between two strikes: `--minutes` strikes again and again.
public interface Fault {
    /// What it is called behind `--only` and in the report: lower-case words with hyphens.
    String name();

    /// What the system is to do about it, in one sentence without a full stop.
    String expected();

    /// Called once, before the system is started, with the doors through which it will be: a fault that
    /// needs the system started in another way says so here, for example in [Doors#environment].
    default void prepare(Doors doors) {}

    /// Does it, and counts what proves that it happened.
    ///
    /// Recovery is measured from [World#whole], and from the return where a fault did not call it. An
    /// exception fails the run, after which the suite sees to it that everything runs again.
    ///
    /// @throws Exception when it could not be done
    Blow strike(World world) throws Exception;

    /// Called once everything has recovered from the strike: what did not come back to what it was before, one
    /// sentence each.
    ///
    /// @throws InterruptedException when the suite is told to stop
    default List<String> afterwards(World world) throws InterruptedException {
        return List.of();
    }
}

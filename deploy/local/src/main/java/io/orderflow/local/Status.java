package io.orderflow.local;

/// `deploy/status`: what runs, how healthy, where.
final class Status {
    private final State state;
    private final Progress progress;
    private final Http http = new Http();

    Status(State state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    /// Prints a table.
    ///
    /// @return true if all that the plan asks for runs and is healthy
    boolean table() {
        var plan = state.plan();
        if (plan.isEmpty()) {
            progress.print("Nothing runs: deploy/up starts it.\n");
            return false;
        }
        var postgres = new Postgres(state, plan.get()).running();
        var broker = new Broker(state, plan.get());
        var node = broker.running();
        boolean fine = row(
                "postgres",
                postgres.isPresent() ? "runs" : "does not run",
                postgres.map(ProcessIdentity::pid).orElse(0L),
                "127.0.0.1:" + plan.get().postgres());
        fine &= row(
                "rabbitmq",
                node.isPresent() ? "runs" : "does not run",
                node.map(running -> running.pid()).orElse(0L),
                broker.managementUrl());
        for (ServiceProcess process : Fleet.of(state, plan.get())) {
            var running = process.running();
            String health = running.isEmpty() ? "does not run" : process.healthy(http) ? "healthy" : "not healthy";
            fine &= row(
                    process.name(), health, running.map(ProcessIdentity::pid).orElse(0L), process.url());
        }
        return fine;
    }

    /// Prints `KEY=value` lines.
    ///
    /// @return false if nothing was ever started
    boolean environment() {
        var plan = state.plan();
        if (plan.isEmpty()) {
            throw new Refused("Nothing runs: deploy/up starts it.");
        }
        progress.print(Environment.of(state, plan.get()));
        return true;
    }

    private boolean row(String what, String health, long pid, String where) {
        progress.print("  %-16s %-14s %-28s %s%n".formatted(what, health, where, pid == 0 ? "" : "pid " + pid));
        return health.equals("healthy") || health.equals("runs");
    }
}

package io.orderflow.messaging.work;

import io.orderflow.messaging.Work;
import io.orderflow.messaging.loop.Loop;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// All kinds of work of the service, started and stopped with it.
final class Performers implements SmartLifecycle {
    private final List<Performer<?, ?>> performers;
    private volatile boolean running;

    Performers(
            List<Work<?, ?>> works,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            WorkBells bells,
            Duration idlePoll) {
        this.performers = works.stream()
                .<Performer<?, ?>>map(work -> performer(work, jdbc, transactions, bells, idlePoll))
                .toList();
    }

    private static <T, R> Performer<T, R> performer(
            Work<T, R> work, JdbcTemplate jdbc, TransactionTemplate transactions, WorkBells bells, Duration idlePoll) {
        var table = new ClaimTable<T>(jdbc, work);
        return new Performer<>(
                work,
                table,
                new Concluder<>(work, table, transactions, bells::ring),
                bells.hang(work.isUrgent()),
                idlePoll);
    }

    @Override
    public void start() {
        performers.forEach(Performer::start);
        running = true;
    }

    @Override
    public void stop() {
        performers.forEach(Performer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Stopped after the reactions, which make work.
    @Override
    public int getPhase() {
        return Loop.PHASE / 2;
    }
}

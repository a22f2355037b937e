package io.orderflow.analytics.application;

import io.orderflow.analytics.application.Comparison.Compared;
import io.orderflow.analytics.application.Comparison.Verdict;
import io.orderflow.analytics.domain.AuditRule;
import io.orderflow.analytics.domain.Finding;
import io.orderflow.analytics.gateways.Discrepancies;
import io.orderflow.analytics.gateways.Figures;
import io.orderflow.analytics.gateways.OwnFigures;
import io.orderflow.analytics.gateways.Owner;
import io.orderflow.analytics.gateways.Owners;
import io.orderflow.analytics.gateways.OwnersSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Compares what the facts amount to with what their owners count, all owners at the same time.
///
/// Facts are on their way while it compares. So figures that differ are compared again, and those that still differ
/// are a discrepancy only if both stand still.
@Service
public class ComparingFigures {
    private final OwnFigures own;
    private final Owners owners;
    private final OwnersSettings settings;
    private final Discrepancies discrepancies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ComparingFigures(
            OwnFigures own,
            Owners owners,
            OwnersSettings settings,
            Discrepancies discrepancies,
            TransactionTemplate transaction,
            Clock clock) {
        this.own = own;
        this.owners = owners;
        this.settings = settings;
        this.discrepancies = discrepancies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Compares, takes note of what differs and of what agrees again, and answers once that is committed.
    ///
    /// @param until only orders whose ids were made before
    /// @throws InterruptedException when the service stops meanwhile
    public List<Comparison> compare(Instant until) throws InterruptedException {
        var comparisons = new ArrayList<Comparison>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Comparison>> tasks = List.of(Owner.values()).stream()
                    .<Callable<Comparison>>map(owner -> () -> compare(owner, until))
                    .toList();
            for (Future<Comparison> done : threads.invokeAll(tasks)) {
                comparisons.add(done.get());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("figures could not be compared", failed.getCause());
        }
        transaction.executeWithoutResult(_ -> note(comparisons));
        return comparisons;
    }

    private Comparison compare(Owner owner, Instant until) throws InterruptedException {
        @Nullable Comparison before = null;
        for (int attempt = 1; ; attempt++) {
            Comparison comparison = once(owner, until, before);
            boolean settled = comparison.agrees() || comparison.unavailable() != null;
            if (settled || attempt == settings.tries()) {
                return comparison;
            }
            before = comparison;
            Thread.sleep(settings.pause());
        }
    }

    private Comparison once(Owner owner, Instant until, @Nullable Comparison before) {
        try {
            Figures theirs = owners.ask(owner, until);
            Figures ours = own.of(owner, until);
            return new Comparison(
                    owner,
                    null,
                    ours.namesWith(theirs).stream()
                            .map(name -> compared(name, ours.get(name), theirs.get(name), before))
                            .toList());
        } catch (Owners.Unavailable away) {
            return new Comparison(owner, away.reason(), List.of());
        }
    }

    private static Compared compared(String name, BigDecimal ours, BigDecimal theirs, @Nullable Comparison before) {
        if (ours.compareTo(theirs) == 0) {
            return new Compared(name, ours, theirs, Verdict.AGREES);
        }
        boolean stands = before == null
                || before.figures().stream()
                        .filter(was -> was.figure().equals(name))
                        .anyMatch(was ->
                                was.ours().compareTo(ours) == 0 && was.theirs().compareTo(theirs) == 0);
        return new Compared(name, ours, theirs, stands ? Verdict.DISAGREES : Verdict.MOVING);
    }

    /// A figure that was told of before and is not there any more is nothing on both sides, and so the same.
    private void note(List<Comparison> comparisons) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<String> open = discrepancies.openBy(AuditRule.FIGURES_AGREE);
        for (Comparison comparison : comparisons) {
            var undecided = new TreeSet<String>();
            for (Compared figure : comparison.figures()) {
                String about = figure.about(comparison.owner());
                if (figure.verdict() != Verdict.AGREES) {
                    undecided.add(about);
                }
                if (figure.verdict() == Verdict.DISAGREES) {
                    discrepancies.settle(about, List.of(AuditRule.FIGURES_AGREE), List.of(finding(figure)), now);
                }
            }
            if (comparison.unavailable() == null) {
                open.stream()
                        .filter(about -> about.startsWith(comparison.owner().label() + " "))
                        .filter(about -> !undecided.contains(about))
                        .forEach(
                                about -> discrepancies.settle(about, List.of(AuditRule.FIGURES_AGREE), List.of(), now));
            }
        }
    }

    private static Finding finding(Compared figure) {
        return new Finding(
                AuditRule.FIGURES_AGREE,
                "The owner counts " + figure.theirs().toPlainString() + ", the facts amount to "
                        + figure.ours().toPlainString() + ".");
    }
}

package io.orderflow.mutants;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Lets mutants loose one after the other, each on the one test that must catch it.
final class Hunt {
    private final Checkout checkout;
    private final PrintStream out;

    Hunt(Checkout checkout, PrintStream out) {
        this.checkout = checkout;
        this.out = out;
    }

    /// Prints a line for each mutant. First every one of them has to fit, and every test to pass on the code as it is.
    ///
    /// @return what is wrong, a sentence each; empty if all were caught
    /// @throws NoLongerApplies when one does not fit
    List<String> wrong(List<Mutant> mutants) {
        var loose = mutants.stream()
                .map(mutant -> new Loose(mutant, Overlay.of(mutant, checkout)))
                .toList();
        List<String> wrong = testsThatDoNotPass(mutants);
        return wrong.isEmpty() ? survivors(loose) : wrong;
    }

    private List<String> survivors(List<Loose> loose) {
        var survivors = new ArrayList<String>();
        for (Loose one : loose) {
            Mutant mutant = one.mutant();
            Instant begin = Instant.now();
            Verdict verdict = TestProcess.run(
                            checkout.classPath(mutant.tests(), mutant.home(), one.overlay()),
                            checkout.root().resolve(mutant.tests().folder()),
                            one.overlay().resolveSibling("log"),
                            List.of(mutant.selector()))
                    .getFirst();
            report(mutant, verdict, Duration.between(begin, Instant.now()));
            if (verdict.end() != Verdict.End.FAILED) {
                survivors.add(
                        "%s survived %s, which guards: %s".formatted(mutant.name(), mutant.test(), mutant.promise()));
            }
        }
        return survivors;
    }

    private void report(Mutant mutant, Verdict verdict, Duration took) {
        String how = switch (verdict.end()) {
            case FAILED -> "caught by";
            case PASSED -> "SURVIVED ";
            case DID_NOT_RUN -> "SURVIVED (" + verdict.reason() + ")";
        };
        out.printf(Locale.ROOT, "%-42s %s %s  %.1f s%n", mutant.name(), how, mutant.test(), took.toMillis() / 1000.0);
    }

    /// One process for the tests of a module.
    private List<String> testsThatDoNotPass(List<Mutant> mutants) {
        Map<Part, Set<String>> tests = new EnumMap<>(Part.class);
        for (Mutant mutant : mutants) {
            tests.computeIfAbsent(mutant.tests(), _ -> new LinkedHashSet<>()).add(mutant.selector());
        }
        var wrong = new ArrayList<String>();
        tests.forEach((part, selectors) -> {
            Instant begin = Instant.now();
            var ordered = List.copyOf(selectors);
            List<Verdict> verdicts = TestProcess.run(
                    checkout.classPath(part),
                    checkout.root().resolve(part.folder()),
                    checkout.scratch("unmutated-" + part.folder().replace('/', '-'))
                            .resolve("log"),
                    ordered);
            for (int test = 0; test < ordered.size(); test++) {
                if (verdicts.get(test).end() != Verdict.End.PASSED) {
                    wrong.add("%s does not pass on the code as it is: %s"
                            .formatted(ordered.get(test), verdicts.get(test).reason()));
                }
            }
            out.printf(
                    Locale.ROOT,
                    "%d tests of %s without any mutant  %.1f s%n",
                    ordered.size(),
                    part.folder(),
                    Duration.between(begin, Instant.now()).toMillis() / 1000.0);
        });
        return wrong;
    }

    private record Loose(Mutant mutant, Path overlay) {}
}

package io.orderflow.mutants;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// Tests in a process of their own, one after the other, with a broker and a database of their own.
final class TestProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private TestProcess() {}

    /// Runs them, each for three minutes at most.
    ///
    /// @param classPath what they run with
    /// @param folder    the working folder
    /// @param log       where their output goes; the verdicts are written beside it
    /// @param selectors the tests, as JUnit names methods
    /// @return one for each
    static List<Verdict> run(String classPath, Path folder, Path log, List<String> selectors) {
        Path verdicts = log.resolveSibling(log.getFileName() + ".verdicts");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1", // a short life
                "-XX:+EnableDynamicAgentLoading",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                TestProcess.class.getName(),
                verdicts.toString()));
        command.addAll(selectors);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", classPath);
        try {
            Files.deleteIfExists(verdicts);
            boolean ended = await(builder.start(), PATIENCE.multipliedBy(selectors.size()));
            List<String> lines = Files.exists(verdicts) ? Files.readAllLines(verdicts) : List.of();
            var all = new ArrayList<>(lines.stream().map(Verdict::parse).toList());
            while (all.size() < selectors.size()) {
                all.add(Verdict.didNotRun((ended ? "its process died, see " : "it did not end, see ") + log));
            }
            return all;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean await(Process process, Duration patience) {
        try {
            if (process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        process.destroy(); // so that it ends its broker and its database
        try {
            process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    /// In that process. The first word is the file for the verdicts, each other one a test.
    public static void main(String[] words) throws IOException {
        try (var verdicts = new PrintStream(Files.newOutputStream(Path.of(words[0])), true)) {
            for (int test = 1; test < words.length; test++) {
                verdicts.println(verdict(words[test]).text());
            }
        }
        System.exit(0);
    }

    private static Verdict verdict(String selector) {
        var listener = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectMethod(selector))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
        try {
            LauncherFactory.create().execute(request, listener);
        } catch (JUnitException noSuchTest) {
            return Verdict.didNotRun(String.valueOf(noSuchTest.getCause()));
        }
        var summary = listener.getSummary();
        if (!summary.getFailures().isEmpty()) {
            return Verdict.failed(summary.getFailures().getFirst().getException());
        }
        if (summary.getTestsSucceededCount() == 0 || summary.getTestsSucceededCount() < summary.getTestsFoundCount()) {
            return Verdict.didNotRun("there is no such test, or it was skipped");
        }
        return Verdict.passed();
    }
}

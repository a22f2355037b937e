package io.orderflow.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// The command behind `deploy/chaos`. The first word is the checkout.
final class Main {
    private static final int MILLION = 1_000_000;

    private Main() {}

    /// Ends with 0 if every fault happened and everything held, 1 if not, 2 if the words make no sense.
    public static void main(String[] words) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            System.exit(run(Arrays.asList(words), Faults.all(), out) ? 0 : 1);
        } catch (Options.Wrong wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        } catch (IOException | RuntimeException failed) {
            System.err.println(failed.getMessage() == null ? failed.toString() : failed.getMessage());
            System.exit(1);
        }
    }

    /// Does what the words ask for.
    ///
    /// @return whether every fault happened and everything held
    static boolean run(List<String> words, List<Fault> known, PrintStream out)
            throws IOException, InterruptedException {
        if (words.isEmpty()) {
            throw new Options.Wrong("Ask through deploy/chaos.");
        }
        var options = Options.parse(
                words.subList(1, words.size()), known.stream().map(Fault::name).toList());
        List<Fault> faults = known.stream()
                .filter(fault -> options.only().isEmpty() || options.only().contains(fault.name()))
                .toList();
        if (options.list()) {
            faults.forEach(fault -> out.println("%-28s %s".formatted(fault.name(), fault.expected())));
            return true;
        }
        long seed = options.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong(MILLION));
        out.println("Seed " + seed);
        Report report = play(new Suite(options, seed, faults, out), Path.of(words.getFirst()));
        out.println();
        out.print(report.markdown());
        if (options.report().isPresent()) {
            Files.writeString(options.report().get(), report.markdown());
        }
        return report.isGood();
    }

    private static Report play(Suite suite, Path root) throws InterruptedException {
        Stage stage = Stage.in(root.toAbsolutePath().normalize());
        Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "ending"));
        try (stage) {
            return suite.play(stage);
        }
    }
}

package io.orderflow.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to be measured, and for how long.
///
/// @param shortForm a minute or two instead of several: shows that it works, measures little
/// @param baseline  the usual way, too
/// @param statements PostgreSQL's count of its statements, too
/// @param growth    instead of everything else: the rate after few orders and after many
/// @param rounds    of the closed loop at its best concurrency
/// @param seconds   of one round; the open loop takes as long as all rounds together
/// @param rate      orders a second of the open loop
/// @param orders    how many orders are many
/// @param report    the folder of the report
/// @param against   a report to compare with
record Options(
        boolean shortForm,
        boolean baseline,
        boolean statements,
        boolean growth,
        int rounds,
        int seconds,
        int rate,
        int orders,
        Path report,
        Optional<Path> against) {
    private static final String KNOWN =
            "--rounds N, --seconds N, --rate N, --short, --baseline, --statements, --growth, --orders N,"
                    + " --report DIR, --against FILE";

    /// Reads the words behind the command.
    ///
    /// @param root where the report goes if nothing else is said: below its `target`
    /// @throws Usage when they make no sense
    static Options parse(Path root, String... words) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(words));
        boolean shortForm = false;
        boolean baseline = false;
        boolean statements = false;
        boolean growth = false;
        Integer rounds = null;
        Integer seconds = null;
        int rate = 25;
        Integer orders = null;
        Path report = root.resolve("target").resolve("bench");
        Path against = null;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "--short" -> shortForm = true;
                case "--baseline" -> baseline = true;
                case "--statements" -> statements = true;
                case "--growth" -> growth = true;
                case "--rounds" -> rounds = number(word, rest, 1, 100);
                case "--seconds" -> seconds = number(word, rest, 2, 3600);
                case "--rate" -> rate = number(word, rest, 1, 10_000);
                case "--orders" -> orders = number(word, rest, 1_000, 100_000_000);
                case "--report" -> report = Path.of(value(word, rest, "a folder"));
                case "--against" -> against = Path.of(value(word, rest, "a saved report.json"));
                default -> throw new Usage("deploy/bench does not know '" + word + "'; it knows " + KNOWN + ".");
            }
        }
        if (growth && (baseline || statements || shortForm || against != null)) {
            throw new Usage("--growth goes with --rounds, --seconds, --orders and --report only.");
        }
        if (orders != null && !growth) {
            throw new Usage("--orders goes with --growth only.");
        }
        if (against != null && !Files.isReadable(against)) {
            throw new Usage("--against wants a saved report.json, and " + against + " cannot be read.");
        }
        return new Options(
                shortForm,
                baseline,
                statements,
                growth,
                or(rounds, shortForm ? 1 : 3),
                or(seconds, shortForm ? 6 : 20),
                rate,
                or(orders, 200_000),
                report,
                Optional.ofNullable(against));
    }

    /// How many sagas are made before anything is measured, so that the code that runs is compiled.
    int warmUp() {
        return shortForm ? 300 : 4000;
    }

    /// The numbers of orders in flight among which the best is looked for.
    List<Integer> levels() {
        return shortForm ? List.of(16, 64) : List.of(8, 16, 32, 64, 128, 256, 512);
    }

    /// Of one level of the search.
    int levelSeconds() {
        return Math.max(2, seconds / 2);
    }

    int openSeconds() {
        return rounds * seconds;
    }

    int idleSeconds() {
        return shortForm ? 3 : 60;
    }

    private static int or(@Nullable Integer said, int otherwise) {
        return said == null ? otherwise : said;
    }

    private static int number(String word, Deque<String> rest, int least, int most) {
        String said = rest.isEmpty() ? "" : rest.pop();
        if (said.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(said);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new Usage(word + " wants a number from " + least + " to " + most + ".");
    }

    private static String value(String word, Deque<String> rest, String what) {
        if (rest.isEmpty() || rest.peek().startsWith("--") || rest.peek().isBlank()) {
            throw new Usage(word + " wants " + what + ".");
        }
        return rest.pop();
    }
}

package io.orderflow.faults;

import java.io.Serial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What was asked for.
///
/// @param only    the names of the faults that are wanted; empty for all
/// @param minutes how long rounds are repeated; empty for one round
/// @param seed    of everything that is left to chance; empty for one that nobody chose
/// @param rate    orders a second
/// @param report  where the report goes besides the terminal
/// @param brief   whether faults take their short forms
/// @param list    whether to say what faults there are, and do nothing
record Options(
        List<String> only,
        Optional<Duration> minutes,
        OptionalLong seed,
        double rate,
        Optional<Path> report,
        boolean brief,
        boolean list) {
    private static final double RATE = 15;
    private static final String KNOWN =
            "--only NAME,…, --minutes N, --seed N, --rate N, --report FILE, --short and --list";

    /// Reads the words behind `deploy/chaos`.
    ///
    /// @throws Wrong when they make no sense
    static Options parse(List<String> words, List<String> names) {
        var options =
                new Options(List.of(), Optional.empty(), OptionalLong.empty(), RATE, Optional.empty(), false, false);
        var rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            options = switch (word) {
                case "--only" -> options.only(names(value(word, rest), names));
                case "--minutes" -> options.minutes(Duration.ofMinutes(number(word, value(word, rest), 1, 100_000)));
                case "--seed" -> options.seed(number(word, value(word, rest), Long.MIN_VALUE, Long.MAX_VALUE));
                case "--rate" -> options.rate(number(word, value(word, rest), 1, 1_000));
                case "--report" -> options.report(Path.of(value(word, rest)));
                case "--short" -> options.brief(true);
                case "--list" -> options.list(true);
                default -> throw new Wrong("deploy/chaos does not know '" + word + "'; it knows " + KNOWN + ".");
            };
        }
        return options;
    }

    private static String value(String word, ArrayDeque<String> rest) {
        String value = rest.poll();
        if (value == null || value.isBlank()) {
            throw new Wrong(word + " wants a value.");
        }
        return value;
    }

    private static long number(String word, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new Wrong(word + " wants a whole number, not '" + text + "'.", notANumber);
        }
        throw new Wrong("%s wants a number from %d to %d.".formatted(word, least, most));
    }

    private static List<String> names(String text, List<String> known) {
        List<String> names = Arrays.stream(text.split(","))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new Wrong("There is no fault '" + name + "': --list names those that there are.");
        });
        if (names.isEmpty()) {
            throw new Wrong("--only wants the names of faults, with commas between.");
        }
        return names;
    }

    private Options only(List<String> names) {
        return new Options(names, minutes, seed, rate, report, brief, list);
    }

    private Options minutes(Duration time) {
        return new Options(only, Optional.of(time), seed, rate, report, true, list);
    }

    private Options seed(long number) {
        return new Options(only, minutes, OptionalLong.of(number), rate, report, brief, list);
    }

    private Options rate(double perSecond) {
        return new Options(only, minutes, seed, perSecond, report, brief, list);
    }

    private Options report(Path file) {
        return new Options(only, minutes, seed, rate, Optional.of(file), brief, list);
    }

    private Options brief(boolean isBrief) {
        return new Options(only, minutes, seed, rate, report, isBrief, list);
    }

    private Options list(boolean isList) {
        return new Options(only, minutes, seed, rate, report, brief, isList);
    }

    /// Words that make no sense; the message is the sentence that says so.
    static final class Wrong extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence);
        }

        Wrong(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}

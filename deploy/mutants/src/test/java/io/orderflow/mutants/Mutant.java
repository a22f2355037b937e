package io.orderflow.mutants;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A small, plausible mistake in production code, and the test that must fail over it.
///
/// @param name        what goes wrong, in kebab-case
/// @param promise     what the test guards, in a sentence
/// @param home        the module that it is in
/// @param file        a source below the module's root package, or a resource
/// @param text        what is replaced: stands there exactly once, with any white space between its words
/// @param replacement what is put there
/// @param tests       the module with the test
/// @param test        `Class#method` below that module's root package, with the types of the method's parameters
record Mutant(
        String name, String promise, Part home, String file, String text, String replacement, Part tests, String test) {
    /// The source with the mistake in it.
    ///
    /// @throws NoLongerApplies when the text does not stand there exactly once
    String in(String source) {
        Matcher found = pattern().matcher(source);
        long times = found.results().count();
        if (times != 1) {
            throw new NoLongerApplies("The mutant %s no longer applies: its text stands %d times in %s."
                    .formatted(name, times, home.path(file)));
        }
        return found.replaceFirst(Matcher.quoteReplacement(replacement));
    }

    /// The test, as JUnit names it.
    String selector() {
        return tests.className(test);
    }

    private Pattern pattern() {
        return Pattern.compile(
                Arrays.stream(text.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
    }

    /// The first word of a description: what goes wrong.
    static Named mutant(String name) {
        return new Named(name);
    }

    record Named(String name) {
        Promised breaking(String promise) {
            return new Promised(name, promise);
        }
    }

    record Promised(String name, String promise) {
        Placed in(Part home, String file) {
            return new Placed(this, home, file);
        }
    }

    record Placed(Promised about, Part home, String file) {
        Mistaken replacing(String text, String replacement) {
            return new Mistaken(this, text, replacement);
        }
    }

    record Mistaken(Placed place, String text, String replacement) {
        Mutant caughtBy(Part tests, String test) {
            Promised about = place.about();
            return new Mutant(
                    about.name(), about.promise(), place.home(), place.file(), text, replacement, tests, test);
        }
    }
}

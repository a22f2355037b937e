package io.orderflow.bench;

import java.io.PrintStream;
import java.util.Locale;

/// What is told while it goes on.
final class Progress {
    private final long begin = System.nanoTime();
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    /// Says a line, with the seconds since the beginning.
    void say(String sentence, Object... values) {
        out.printf(
                Locale.ROOT,
                "%6.1f s  %s%n",
                (System.nanoTime() - begin) / 1e9,
                String.format(Locale.ROOT, sentence, values));
    }

    /// Prints a text as it is.
    void print(String text) {
        out.print(text);
    }
}

package io.orderflow.local;

import java.io.PrintStream;
import java.time.Duration;

/// What a person sees while a command works: one line for each thing that is done.
final class Progress {
    private final PrintStream out;
    private final long began = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String sentence) {
        var passed = Duration.ofNanos(System.nanoTime() - began);
        out.printf("%4d.%d s  %s%n", passed.toSeconds(), passed.toMillisPart() / 100, sentence);
        out.flush();
    }

    synchronized void print(String text) {
        out.print(text);
        out.flush();
    }
}

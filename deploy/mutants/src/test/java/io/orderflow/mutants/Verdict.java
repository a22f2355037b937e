package io.orderflow.mutants;

/// How one test went.
///
/// @param end    passed, failed, or neither
/// @param reason why it failed, in a line
record Verdict(End end, String reason) {
    private static final int LENGTH = 300;

    enum End {
        PASSED,
        FAILED,
        /// There is no such test, it was skipped, or its classes do not fit together: it says nothing.
        DID_NOT_RUN
    }

    static Verdict passed() {
        return new Verdict(End.PASSED, "");
    }

    static Verdict didNotRun(String reason) {
        return new Verdict(End.DID_NOT_RUN, line(reason));
    }

    /// What a test threw. That it does not link is no failure of what it tests.
    static Verdict failed(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageError) {
                return didNotRun(String.valueOf(cause));
            }
        }
        return new Verdict(End.FAILED, line(String.valueOf(thrown)));
    }

    /// As one line of text; [#parse] reads it.
    String text() {
        return end + " " + reason;
    }

    static Verdict parse(String text) {
        int blank = text.indexOf(' ');
        return new Verdict(End.valueOf(text.substring(0, blank)), text.substring(blank + 1));
    }

    private static String line(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), LENGTH));
    }
}

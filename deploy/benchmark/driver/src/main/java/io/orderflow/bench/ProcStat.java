package io.orderflow.bench;

import java.util.Optional;

/// What the kernel tells of one process: `/proc/<pid>/stat`, see proc_pid_stat(5).
///
/// @param pid      the process
/// @param parent   its parent
/// @param own      ticks that it has run, in user and kernel mode, all its threads together
/// @param children ticks of its children that have ended and were waited for, and of theirs
record ProcStat(long pid, long parent, long own, long children) {
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    /// Reads the line. The command stands in brackets and may hold anything; the state is the first field
    /// after it.
    static Optional<ProcStat> parse(String line) {
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        if (open < 1 || close < open) {
            return Optional.empty();
        }
        String[] fields = line.substring(close + 1).strip().split(" ", -1);
        if (fields.length <= CHILDREN_SYSTEM) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProcStat(
                    Long.parseLong(line.substring(0, open).strip()),
                    Long.parseLong(fields[PARENT]),
                    Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]),
                    Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM])));
        } catch (NumberFormatException otherwise) {
            return Optional.empty();
        }
    }

    long ticks() {
        return own + children;
    }
}

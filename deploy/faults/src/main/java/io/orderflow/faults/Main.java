package io.orderflow.faults;

/// The command behind `deploy/chaos`.
final class Main {
    private Main() {}

    /// Ends with 0 if every fault happened and everything held, 1 if not, 2 if the words make no sense.
    public static void main(String[] words) {
        System.err.println("There are no faults.");
        System.exit(1);
    }
}

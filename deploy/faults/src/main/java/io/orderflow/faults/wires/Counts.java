package io.orderflow.faults.wires;

/// What a wire has seen and done since it was laid: the proof that a fault happened.
///
/// @param connections that were accepted
/// @param open        connections that are open
/// @param passed      bytes that got out at the other end
/// @param delayed     bytes that came while the wire was slow
/// @param heldBack    bytes that came while the wire was silent in their direction
/// @param stranded    connections that were accepted while the wire was silent, and led nowhere meanwhile
/// @param resets      connections that were reset on purpose
/// @param inside      bytes that have come and not got out
public record Counts(
        long connections,
        long open,
        long passed,
        long delayed,
        long heldBack,
        long stranded,
        long resets,
        long inside) {
    /// Of nothing.
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /// The counts of two wires together.
    public Counts plus(Counts other) {
        return new Counts(
                connections + other.connections,
                open + other.open,
                passed + other.passed,
                delayed + other.delayed,
                heldBack + other.heldBack,
                stranded + other.stranded,
                resets + other.resets,
                inside + other.inside);
    }

    /// What came on top of earlier counts; what is open and inside is as it is.
    public Counts since(Counts earlier) {
        return new Counts(
                connections - earlier.connections,
                open,
                passed - earlier.passed,
                delayed - earlier.delayed,
                heldBack - earlier.heldBack,
                stranded - earlier.stranded,
                resets - earlier.resets,
                inside);
    }
}

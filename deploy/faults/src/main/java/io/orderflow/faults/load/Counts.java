package io.orderflow.faults.load;

/// What the customers went through up to one moment.
///
/// @param asked      orders that somebody wanted
/// @param accepted   orders that were accepted
/// @param retried    requests that were sent again, whatever the reason
/// @param refused    requests that were answered with 503
/// @param remembered requests sent again that were answered with an order made before they were sent: the
///                   first answer had been lost
public record Counts(long asked, long accepted, long retried, long refused, long remembered) {
    /// What came after an earlier moment.
    public Counts since(Counts earlier) {
        return new Counts(
                asked - earlier.asked,
                accepted - earlier.accepted,
                retried - earlier.retried,
                refused - earlier.refused,
                remembered - earlier.remembered);
    }
}

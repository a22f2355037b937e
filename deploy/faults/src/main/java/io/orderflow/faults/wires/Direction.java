package io.orderflow.faults.wires;

/// One of the two ways along a wire.
public enum Direction {
    /// From the one who connected to the target.
    THERE,
    /// From the target to the one who connected.
    BACK
}

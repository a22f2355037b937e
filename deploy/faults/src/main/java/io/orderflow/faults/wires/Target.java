package io.orderflow.faults.wires;

import java.io.IOException;
import java.net.InetSocketAddress;

/// Where a wire leads to. Asked for every connection, so that a wire can be laid before its target is known.
@FunctionalInterface
public interface Target {
    /// The address to connect to.
    ///
    /// @throws IOException if it is not known yet: the connection is reset, as if nobody listened
    InetSocketAddress address() throws IOException;
}

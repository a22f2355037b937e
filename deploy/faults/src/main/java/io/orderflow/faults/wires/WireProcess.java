package io.orderflow.faults.wires;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;

/// Whole wires in a process of their own, which ends when its standard input does. Each word is one wire:
/// `10.77.0.2:0>10.77.0.1:41001`. Prints a line for each: where it listens.
public final class WireProcess {
    private WireProcess() {}

    /// Runs until standard input ends.
    ///
    /// @throws IOException if nobody can listen there
    public static void main(String[] words) throws IOException {
        var wires = new ArrayList<Wire>();
        for (String word : words) {
            int arrow = word.indexOf('>');
            InetSocketAddress target = address(word.substring(arrow + 1));
            wires.add(Wire.lay(address(word.substring(0, arrow)), () -> target));
        }
        wires.forEach(wire -> System.out.println(wire.address().getPort()));
        while (System.in.read() >= 0) {
            // nobody writes; the end is the sign
        }
        System.exit(0);
    }

    private static InetSocketAddress address(String word) {
        int colon = word.lastIndexOf(':');
        return new InetSocketAddress(word.substring(0, colon), Integer.parseInt(word.substring(colon + 1)));
    }
}

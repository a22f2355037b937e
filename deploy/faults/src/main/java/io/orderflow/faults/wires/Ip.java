package io.orderflow.faults.wires;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The command `ip` of iproute2.
final class Ip {
    private Ip() {}

    /// `ip` could not do it; the message is what it said.
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    /// Runs it to its end, even in a thread that is told to stop: what was made must be removed.
    ///
    /// @throws Refusal if it is not there or does not succeed
    static void run(String... words) throws Refusal {
        var command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new Refusal("'%s' says: %s"
                        .formatted(
                                String.join(" ", command),
                                said.lines().findFirst().orElse("nothing")));
            }
        } catch (IOException absent) {
            throw new Refusal("the command ip is not here");
        }
    }
}

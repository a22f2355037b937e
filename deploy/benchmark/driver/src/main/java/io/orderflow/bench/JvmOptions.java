package io.orderflow.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a Java program was started.
final class JvmOptions {
    private JvmOptions() {}

    /// The program and its options, as one of Orderflow's services was started, up to its jar.
    static List<String> of(long pid) {
        var info = ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .orElseThrow(() -> new Refused("The order service does not run."));
        var words = new ArrayList<String>();
        words.add(info.command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String word : info.arguments().orElse(new String[0])) {
            if (word.startsWith("-XX:AOTCache=")) {
                continue; // trained on another program
            }
            words.add(word);
            if (word.equals("-jar")) {
                return words;
            }
        }
        throw new Refused("The options of the order service cannot be read.");
    }
}

package io.orderflow.bench;

import java.nio.file.Path;
import java.util.Arrays;

/// The command behind `deploy/bench`. The first word is the checkout.
final class Main {
    private Main() {}

    /// Ends with 0 if it was measured and no order was lost, 1 if not, 2 if the words make no sense.
    public static void main(String[] words) {
        System.exit(run(new Progress(System.out), words));
    }

    /// As the command does, but for ending the virtual machine.
    static int run(Progress progress, String... words) {
        try {
            Path root =
                    Path.of(words.length == 0 ? "" : words[0]).toAbsolutePath().normalize();
            Options options = Options.parse(root, Arrays.copyOfRange(words, Math.min(1, words.length), words.length));
            try (var bench = new Bench(root, options, progress)) {
                Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
                if (bench.run()) {
                    return 0;
                }
                System.err.println("Not every order came to its end.");
                return 1;
            }
        } catch (Usage usage) {
            System.err.println(usage.getMessage());
            return 2;
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
    }
}

package io.orderflow.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The commands behind `deploy/up`, `down`, `status`, `demo`, `ops` and `rabbitmqctl`. The first word is the checkout,
/// the second the command.
final class Main {
    private Main() {}

    /// Ends with 0 if what was asked for is so, 1 if it is not, 2 if the words make no sense.
    public static void main(String[] words) {
        try {
            System.exit(run(words) ? 0 : 1);
        } catch (Usage usage) {
            System.err.println(usage.getMessage());
            System.exit(2);
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(String[] words) {
        if (words.length < 2) {
            throw new Usage("Ask through deploy/up, deploy/status, deploy/demo, deploy/ops or deploy/down.");
        }
        Path root = Path.of(words[0]).toAbsolutePath().normalize();
        Path folder = environment("ORDERFLOW_STATE")
                .map(set -> Path.of(set).toAbsolutePath().normalize())
                .orElse(root.resolve(".orderflow"));
        var state = new State(root, folder);
        var progress = new Progress(System.out);
        List<String> options = new ArrayList<>(Arrays.asList(words).subList(2, words.length));
        return switch (words[1]) {
            case "up" -> {
                options.remove("--native");
                boolean waits = !options.remove("--no-wait");
                OptionalInt instances = instances(options);
                none(options, "up", "--native, --instances N, --no-wait");
                new Up(state, progress)
                        .run(
                                environment("ORDERFLOW_PORT_OFFSET"),
                                instances,
                                environment("ORDERFLOW_DETOURS").map(Path::of).map(Detours::read),
                                waits);
                yield true;
            }
            case "down" -> {
                boolean purge = options.remove("--purge");
                none(options, "down", "--purge");
                new Down(state, progress).run(purge);
                yield true;
            }
            case "status" -> {
                boolean environment = options.remove("--env");
                none(options, "status", "--env");
                var status = new Status(state, progress);
                yield environment ? status.environment() : status.table();
            }
            case "ops" -> {
                new Ops(state, progress).run(OpsWords.parse(options));
                yield true;
            }
            case "demo" -> {
                none(options, "demo", "nothing");
                yield new Demo(state, progress).run();
            }
            case "rabbitmqctl" -> {
                progress.print(new Broker(state, plan(state)).rabbitmqctl(options) + "\n");
                yield true;
            }
            default -> throw new Usage("There is no command '" + words[1] + "'.");
        };
    }

    private static Plan plan(State state) {
        return state.plan().orElseThrow(() -> new Refused("Nothing runs: deploy/up starts it."));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(set -> !set.isBlank());
    }

    private static OptionalInt instances(List<String> options) {
        int at = options.indexOf("--instances");
        if (at < 0) {
            return OptionalInt.empty();
        }
        options.remove(at);
        if (at == options.size() || !options.get(at).matches("[1-9]")) {
            throw new Usage("--instances wants a number from 1 to 9.");
        }
        return OptionalInt.of(Integer.parseInt(options.remove(at)));
    }

    private static void none(List<String> rest, String command, String known) {
        if (!rest.isEmpty()) {
            throw new Usage("deploy/" + command + " does not know '" + rest.getFirst() + "'; it knows " + known + ".");
        }
    }
}

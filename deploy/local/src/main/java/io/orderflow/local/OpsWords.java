package io.orderflow.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an operator asked `deploy/ops` for.
///
/// @param verb    what to do
/// @param service of which service; empty: of all
/// @param key     to which message or replay; empty: the options say
/// @param options the values of `--name value`
/// @param flags   the names of `--name` without a value
record OpsWords(
        Verb verb, Optional<Service> service, Optional<String> key, Map<String, String> options, Set<String> flags) {
    /// What can be asked for.
    enum Verb {
        PARKED(Need.MAY, Need.NO, Set.of(), Set.of()),
        SHOW(Need.MUST, Need.MUST, Set.of(), Set.of("only-body")),
        REPLAY(Need.MUST, Need.MAY, Set.of("group", "rate", "why"), Set.of("all")),
        EDIT(Need.MUST, Need.MUST, Set.of("body", "type", "why"), Set.of()),
        DISCARD(Need.MUST, Need.MAY, Set.of("group", "rate", "why"), Set.of("all")),
        OUTBOX(Need.MAY, Need.NO, Set.of(), Set.of()),
        RECORD(Need.MAY, Need.NO, Set.of(), Set.of()),
        PAUSE(Need.MUST, Need.NO, Set.of("why"), Set.of()),
        RESUME(Need.MUST, Need.NO, Set.of("why"), Set.of()),
        HISTORY(Need.MUST, Need.NO, Set.of("type", "about", "from", "to", "limit"), Set.of()),
        SAY_AGAIN(Need.MUST, Need.NO, Set.of("type", "about", "from", "to", "reader", "rate", "why"), Set.of()),
        REPLAYS(Need.MUST, Need.NO, Set.of(), Set.of()),
        CANCEL(Need.MUST, Need.MUST, Set.of("why"), Set.of());

        private final Need service;
        private final Need key;
        private final Set<String> options;
        private final Set<String> flags;

        Verb(Need service, Need key, Set<String> options, Set<String> flags) {
            this.service = service;
            this.key = key;
            this.options = options;
            this.flags = flags;
        }

        /// As it is written.
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Verb of(String word) {
            return Stream.of(values())
                    .filter(verb -> verb.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Usage("deploy/ops does not know '" + word + "'; it knows " + all() + "."));
        }

        private static String all() {
            return Stream.of(values()).map(Verb::word).collect(Collectors.joining(", "));
        }
    }

    private enum Need {
        NO,
        MAY,
        MUST
    }

    /// Reads the words after `deploy/ops`.
    ///
    /// @throws Usage with what is wrong about them
    static OpsWords parse(List<String> words) {
        if (words.isEmpty()) {
            throw new Usage("Say what: deploy/ops knows " + Verb.all() + ".");
        }
        Verb verb = Verb.of(words.getFirst());
        var rest = new ArrayList<>(words.subList(1, words.size()));
        Map<String, String> options = new LinkedHashMap<>();
        Set<String> flags = new HashSet<>();
        takeOptions(verb, rest, options, flags);
        Optional<Service> service = take(rest, verb.service, verb, "a service").map(OpsWords::service);
        Optional<String> key = take(rest, verb.key, verb, verb == Verb.CANCEL ? "a replay's id" : "a key");
        if (!rest.isEmpty()) {
            throw new Usage("deploy/ops " + verb.word() + " can do nothing with '" + rest.getFirst() + "'.");
        }
        var asked = new OpsWords(verb, service, key, options, flags);
        asked.check();
        return asked;
    }

    private static void takeOptions(Verb verb, List<String> words, Map<String, String> options, Set<String> flags) {
        for (int at = 0; at < words.size(); ) {
            if (!words.get(at).startsWith("--")) {
                at++;
                continue;
            }
            String name = words.remove(at).substring(2);
            if (verb.flags.contains(name)) {
                flags.add(name);
            } else if (!verb.options.contains(name)) {
                throw new Usage("deploy/ops " + verb.word() + " does not know '--" + name + "'.");
            } else if (at == words.size() || words.get(at).isBlank()) {
                throw new Usage("--" + name + " wants a value.");
            } else if (options.put(name, words.remove(at)) != null) {
                throw new Usage("--" + name + " is given twice.");
            }
        }
    }

    private static Optional<String> take(List<String> words, Need need, Verb verb, String what) {
        if (need == Need.NO || words.isEmpty()) {
            if (need == Need.MUST) {
                throw new Usage("deploy/ops " + verb.word() + " wants " + what + ".");
            }
            return Optional.empty();
        }
        return Optional.of(words.removeFirst());
    }

    private static Service service(String name) {
        return Stream.of(Service.values())
                .filter(service -> service.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new Usage("There is no service '" + name + "'; there are "
                        + Stream.of(Service.values()).map(Service::id).collect(Collectors.joining(", ")) + "."));
    }

    private void check() {
        if (verb.options.contains("why") && !options.containsKey("why")) {
            throw new Usage("Say why: --why \"…\"; it is kept with what you do.");
        }
        if (verb == Verb.EDIT && !options.containsKey("body")) {
            throw new Usage("deploy/ops edit wants --body and a file with the new body.");
        }
        if (verb.flags.contains("all")) {
            long ways = Stream.of(key.isPresent(), options.containsKey("group"), flags.contains("all"))
                    .filter(Boolean::booleanValue)
                    .count();
            if (ways != 1) {
                throw new Usage("Say which: a key, or --group G, or --all.");
            }
            if (key.isPresent() && options.containsKey("rate")) {
                throw new Usage("--rate is for many: give --group or --all with it.");
            }
        }
        for (String number : List.of("rate", "limit")) {
            if (!options.getOrDefault(number, "1").matches("[1-9][0-9]{0,5}")) {
                throw new Usage("--" + number + " wants a number from 1 on.");
            }
        }
    }
}

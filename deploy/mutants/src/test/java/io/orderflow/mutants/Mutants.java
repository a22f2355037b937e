package io.orderflow.mutants;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All of them.
final class Mutants {
    private Mutants() {}

    static List<Mutant> all() {
        return Stream.of(SayingMutants.all(), HearingMutants.all(), QueueMutants.all(), OwnStateMutants.all())
                .flatMap(List::stream)
                .toList();
    }

    /// Those with these names.
    ///
    /// @param names with commas between; all of them if blank
    /// @throws IllegalArgumentException for a name that is none
    static List<Mutant> named(String names) {
        if (names.isBlank()) {
            return all();
        }
        return Arrays.stream(names.split(",")).map(Mutants::one).toList();
    }

    private static Mutant one(String name) {
        return all().stream()
                .filter(mutant -> mutant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no mutant " + name + "; there are "
                        + all().stream().map(Mutant::name).collect(Collectors.joining(", ")) + "."));
    }
}

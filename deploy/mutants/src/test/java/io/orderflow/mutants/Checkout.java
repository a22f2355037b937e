package io.orderflow.mutants;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sources and compiled classes of this checkout, and the libraries.
///
/// @param root      the checkout
/// @param libraries what this process has on its class path and is not ours
record Checkout(Path root, List<Path> libraries) {
    private static final Path OURS = Path.of("io", "orderflow");

    /// The one that this process runs in.
    static Checkout here() {
        Path root = Path.of(System.getProperty("basedir", ""))
                .toAbsolutePath()
                .resolve("../..")
                .normalize();
        return new Checkout(
                root,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .filter(entry ->
                                !entry.startsWith(root) && !entry.toString().contains("/" + OURS + "/"))
                        .toList());
    }

    /// The source or resource that a mutant changes, with the mistake in it.
    ///
    /// @throws NoLongerApplies when it does not fit any more
    String mutated(Mutant mutant) {
        try {
            return mutant.in(Files.readString(root.resolve(mutant.home().path(mutant.file()))));
        } catch (IOException gone) {
            throw new NoLongerApplies("The mutant %s no longer applies: there is no %s."
                    .formatted(mutant.name(), mutant.home().path(mutant.file())));
        }
    }

    /// What a test of a module runs with.
    ///
    /// @param tests   the module of the test
    /// @param mutated the module in whose place the overlay stands
    String classPath(Part tests, Part mutated, Path overlay) {
        return join(Stream.concat(
                Stream.of(runner(), tests.testClasses(root)),
                Stream.concat(
                        tests.withItsNeeds().stream().map(part -> part == mutated ? overlay : part.classes(root)),
                        libraries.stream())));
    }

    /// What a test of a module runs with when nothing is mutated.
    String classPath(Part tests) {
        return classPath(tests, tests, tests.classes(root));
    }

    /// What a module is compiled with.
    String classPath(Path overlay, Part home) {
        return join(Stream.concat(
                Stream.of(overlay),
                Stream.concat(
                        home.withItsNeeds().stream().skip(1).map(part -> part.classes(root)), libraries.stream())));
    }

    /// A folder of this run's own, empty.
    Path scratch(String name) {
        Path scratch = root.resolve("deploy", "mutants", "target", "mutants", name);
        try {
            Folders.delete(scratch);
            return Files.createDirectories(scratch);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path runner() {
        return root.resolve("deploy", "mutants", "target", "test-classes");
    }

    private static String join(Stream<Path> entries) {
        return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}

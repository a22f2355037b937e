package io.orderflow.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/// Whole folders.
final class Folders {
    private Folders() {}

    static void copy(Path from, Path to) throws IOException {
        each(from, Comparator.naturalOrder(), path -> {
            Path target = to.resolve(from.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
            }
        });
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            each(folder, Comparator.reverseOrder(), Files::delete);
        }
    }

    private interface Step {
        void take(Path path) throws IOException;
    }

    private static void each(Path folder, Comparator<Path> order, Step step) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(order).forEach(path -> {
                try {
                    step.take(path);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }
}

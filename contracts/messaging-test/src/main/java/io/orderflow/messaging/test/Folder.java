package io.orderflow.messaging.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/// Folders of this test run.
final class Folder {
    private Folder() {}

    static Path temporary(String what) {
        try {
            return Files.createTempDirectory("orderflow-" + what + "-");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
    }
}

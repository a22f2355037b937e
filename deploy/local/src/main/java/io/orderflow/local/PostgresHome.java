package io.orderflow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The folder of PostgreSQL's programs, data and log: in the state folder, unless the user as whom it runs cannot pass
/// into it; then in the folder for temporary files.
final class PostgresHome {
    private PostgresHome() {}

    static Path find(State state, Unprivileged user, Progress progress) {
        return state.postgresHome().filter(Files::isDirectory).orElseGet(() -> {
            Path home = user.reaches(state.folder()) ? state.folder().resolve("postgres") : elsewhere(user, progress);
            make(home, "rwx--x--x");
            state.keepPostgresHome(home);
            return home;
        });
    }

    private static Path elsewhere(Unprivileged user, Progress progress) {
        try {
            Path home = Files.createTempDirectory("orderflow-postgres-");
            make(home, "rwx--x--x");
            if (!user.reaches(home)) {
                throw new Refused("The user nobody, as whom PostgreSQL must run, can reach neither this checkout nor "
                        + home.getParent() + ": move the checkout, or run this as an ordinary user.");
            }
            progress.say("the user nobody cannot pass into this checkout: the databases' data is in " + home);
            return home;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// Makes a folder, if it is not there, with these permissions.
    static void make(Path folder, String permissions) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// Deletes a folder with all that is in it.
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failed)
                        throws IOException {
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException undeletable) {
            throw new Refused(folder + " cannot be deleted: " + undeletable.getMessage(), undeletable);
        }
    }
}

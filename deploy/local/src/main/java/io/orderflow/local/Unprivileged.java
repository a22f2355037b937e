package io.orderflow.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// As whom PostgreSQL runs, which refuses to run as root: whoever asks, or `nobody` if that is root.
///
/// @param prefix the words that make a command that user's; none if nothing changes
record Unprivileged(List<String> prefix) {
    private static final String USER = "nobody";

    static Unprivileged find() {
        if (new UnixSystem().getUid() != 0) {
            return new Unprivileged(List.of());
        }
        if (Command.exists("setpriv")) {
            String group = Command.run(Path.of("/"), Duration.ofSeconds(10), List.of("id", "-g", USER))
                    .output()
                    .strip();
            return new Unprivileged(List.of("setpriv", "--reuid=" + USER, "--regid=" + group, "--clear-groups"));
        }
        if (Command.exists("runuser")) {
            return new Unprivileged(List.of("runuser", "-u", USER, "--"));
        }
        throw new Refused("PostgreSQL refuses to run as root and neither setpriv nor runuser is here:"
                + " run this as an ordinary user.");
    }

    boolean changesUser() {
        return !prefix.isEmpty();
    }

    List<String> command(String... words) {
        var all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return all;
    }

    /// True if that user can pass into the folder.
    boolean reaches(Path folder) {
        return Command.run(Path.of("/"), Duration.ofSeconds(10), command("test", "-x", folder.toString()))
                .succeeded();
    }

    /// Gives a file or folder to that user.
    void own(Path path) {
        if (changesUser()) {
            try {
                Files.setOwner(
                        path,
                        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }
    }
}

package io.orderflow.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's own programs, which travel in the launcher's jar and are unpacked once.
final class PostgresBinaries {
    private static final Pattern VERSION = Pattern.compile("-([0-9]+)\\.[0-9]+\\.[0-9]+\\.jar");

    private final URL archive;
    private final String major;

    private PostgresBinaries(URL archive, String major) {
        this.archive = archive;
        this.major = major;
    }

    static PostgresBinaries find() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        boolean arm = System.getProperty("os.arch").matches("aarch64|arm64");
        String name = "/postgres-" + system + (arm ? "-arm_64.txz" : "-x86_64.txz");
        URL archive = Optional.ofNullable(PostgresBinaries.class.getResource(name))
                .orElseThrow(() -> new Refused("This build has no PostgreSQL for this machine (" + name + ")."));
        var version = VERSION.matcher(archive.toString());
        return new PostgresBinaries(archive, version.find() ? version.group(1) : "unknown");
    }

    /// The major version, which is also that of the data.
    String major() {
        return major;
    }

    /// Unpacks them into a folder that is there whole or not at all.
    ///
    /// @return the folder with the programs
    Path unpack(Path home) {
        Path whole = home.resolve("postgresql-" + major);
        if (!Files.isDirectory(whole)) {
            try {
                Path draft = Files.createTempDirectory(home, "unpacking");
                try (var in = new BufferedInputStream(archive.openStream())) {
                    unpack(in, draft);
                }
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(draft, whole);
            } catch (IOException failed) {
                throw new Refused("PostgreSQL cannot be unpacked into " + home + ": " + failed.getMessage(), failed);
            }
        }
        return whole.resolve("bin");
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}

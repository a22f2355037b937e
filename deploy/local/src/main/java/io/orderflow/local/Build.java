package io.orderflow.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Which build a jar is: its entries' names and checksums in one word. Building the same again gives the same word.
///
/// @param word the word
record Build(String word) {
    static Build of(Path jar) {
        var sum = new CRC32();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().map(Build::line).sorted().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new Refused(jar + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return new Build(Long.toHexString(sum.getValue()));
    }

    private static String line(ZipEntry entry) {
        return entry.getName() + ' ' + entry.getCrc() + '\n';
    }
}

package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    @TempDir
    Path folder;

    @Test
    void the_same_code_is_the_same_build() throws IOException {
        assertThat(Build.of(jar("one.jar", "code"))).isEqualTo(Build.of(jar("two.jar", "code")));
    }

    @Test
    void other_code_is_another_build() throws IOException {
        assertThat(Build.of(jar("one.jar", "code"))).isNotEqualTo(Build.of(jar("two.jar", "cods")));
    }

    private Path jar(String name, String text) throws IOException {
        Path jar = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("A.class"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return jar;
    }
}

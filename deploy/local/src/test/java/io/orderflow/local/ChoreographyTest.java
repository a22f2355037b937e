package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoreographyTest {
    @TempDir
    Path folder;

    @Test
    void a_services_jar_says_what_it_says_and_hears() throws IOException {
        Path jar = jar("META-INF/orderflow/choreography.json", """
                {
                  "service": "payment",
                  "says": ["v1.payment.processed", "v1.payment.failed"],
                  "reactsTo": ["v1.order.created"]
                }
                """);

        Choreography payment = Choreography.of(jar);

        assertThat(payment.service()).isEqualTo("payment");
        assertThat(payment.says()).containsExactly("v1.payment.failed", "v1.payment.processed");
        assertThat(payment.reactsTo()).containsExactly("v1.order.created");
    }

    @Test
    void a_jar_that_does_not_say_it_is_refused() throws IOException {
        Path jar = jar("something/else.txt", "");

        assertThatThrownBy(() -> Choreography.of(jar))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("missing");
    }

    @Test
    void a_jar_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> Choreography.of(folder.resolve("no.jar")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("deploy/up");
    }

    private Path jar(String entry, String text) throws IOException {
        Path jar = folder.resolve("service.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return jar;
    }
}

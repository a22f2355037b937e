package io.orderflow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import tools.jackson.databind.json.JsonMapper;

/// What one service says and what it reacts to, by routing key, as the build derived it from the service's code.
///
/// @param service  the service's name
/// @param says     the keys under which it publishes
/// @param reactsTo the keys that it listens to
record Choreography(String service, List<String> says, List<String> reactsTo) {
    /// An executable jar keeps META-INF at its top, not among its classes.
    private static final String ENTRY = "META-INF/orderflow/choreography.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Choreography {
        says = says.stream().sorted().distinct().toList();
        reactsTo = reactsTo.stream().sorted().distinct().toList();
    }

    static Choreography of(Path jar) {
        if (!Files.exists(jar)) {
            throw new Refused(jar + " is not there: run deploy/up, which builds it.");
        }
        try (var zip = new ZipFile(jar.toFile())) {
            var entry = zip.getEntry(ENTRY);
            if (entry == null) {
                throw new Refused(jar + " does not say what the service says and hears: " + ENTRY + " is missing.");
            }
            try (var in = zip.getInputStream(entry)) {
                return JSON.readValue(in, Choreography.class);
            }
        } catch (IOException unreadable) {
            throw new Refused(jar + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}

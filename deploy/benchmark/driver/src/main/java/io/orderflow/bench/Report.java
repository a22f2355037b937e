package io.orderflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A measurement, as it is kept.
///
/// @param at        when, ISO 8601
/// @param shortForm true if it was over before much could be measured
/// @param machine   where
/// @param upSeconds how long `deploy/up` took on a built tree, from nothing until all was healthy
/// @param orderflow what was found
/// @param usualWay  what was found beside it, in the same run
record Report(
        String at,
        boolean shortForm,
        Machine machine,
        double upSeconds,
        Side orderflow,
        @Nullable Side usualWay) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Report parse(String json) {
        return JSON.readValue(json, Report.class);
    }

    /// Reads what was kept.
    ///
    /// @throws Usage if it is no report
    static Report read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (JacksonException noReport) {
            throw new Usage(file + " is no report of deploy/bench.");
        }
    }
}

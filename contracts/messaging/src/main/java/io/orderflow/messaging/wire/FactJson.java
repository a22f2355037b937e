package io.orderflow.messaging.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Facts as JSON: one object, UTF-8, members in the order of the record. Instants are ISO-8601 in UTC with
/// milliseconds, decimals are strings. Unknown members are ignored, so that an event may grow; missing ones are
/// refused.
public final class FactJson {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern MISSING = Pattern.compile("^(?:Missing|Null value for) creator property '(\\w+)'");

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withConfigOverride(
                    List.class, override -> override.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .addModule(new KeepableValues())
            .addModule(new SimpleModule().addSerializer(Instant.class, new Milliseconds()))
            .build();

    /// True for a text that may be an event's type or id, and so may be repeated in a log: a line of it, and short.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// The body of a fact's message.
    public byte[] write(Fact fact) {
        return mapper.writeValueAsBytes(fact);
    }

    /// The fact that a body tells.
    ///
    /// @param type the event's type, which is its routing key
    /// @throws Undecodable when the type is unknown, or the body is not an event of that type
    public Fact read(String type, byte[] body) {
        return read(type, body, mapper.reader());
    }

    /// The same, but refuses members that the type does not have, or that come twice: for what a person
    /// wrote by hand.
    ///
    /// @param type the event's type, which is its routing key
    /// @throws Undecodable when the type is unknown, or the body is not exactly an event of that type
    public Fact readStrictly(String type, byte[] body) {
        return read(
                type,
                body,
                mapper.reader()
                        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION));
    }

    private static Fact read(String type, byte[] body, ObjectReader reader) {
        Class<? extends Fact> known = EventTypes.byKey().get(type);
        if (known == null) {
            throw new Undecodable("unknown event type" + (isName(type) ? " " + type : ""));
        }
        try {
            Fact fact = reader.forType(known).readValue(body);
            if (fact == null) {
                throw new Undecodable("not a " + type + ": null");
            }
            return fact;
        } catch (JacksonException wrong) {
            throw new Undecodable("not a " + type + ": " + reason(wrong));
        }
    }

    /// What is wrong, and where, without a word of what the body says: it may be about a person.
    private static String reason(JacksonException wrong) {
        if (wrong instanceof StreamReadException) {
            return "broken JSON";
        }
        Matcher missing = MISSING.matcher(String.valueOf(wrong.getOriginalMessage()));
        if (missing.find()) {
            return missing.group(1) + " is missing";
        }
        String path = wrong.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        if (wrong instanceof UnrecognizedPropertyException) {
            return path + " is not known";
        }
        return (path.isEmpty() ? "the body" : path) + " is not of the right kind";
    }

    private static final class Milliseconds extends StdSerializer<Instant> {
        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

        Milliseconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(FORMAT.format(instant));
        }
    }
}

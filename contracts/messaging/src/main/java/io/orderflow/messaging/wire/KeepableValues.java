package io.orderflow.messaging.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Values that a database can keep. What is beyond is refused when it is read: no retry would make it smaller, and a
/// number of a billion digits, which is easily written as an exponent, would take the process with it.
final class KeepableValues extends SimpleModule {
    private static final int DIGITS = 40;
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    KeepableValues() {
        addDeserializer(BigDecimal.class, new Decimals());
        addDeserializer(Instant.class, new Instants());
        addDeserializer(String.class, new Texts());
    }

    private static final class Decimals extends StdDeserializer<BigDecimal> {
        Decimals() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            BigDecimal value = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(parser, context);
            if (value.precision() > DIGITS || value.scale() > DIGITS || value.scale() < -DIGITS) {
                throw context.weirdStringException("…", BigDecimal.class, "too many digits");
            }
            return value;
        }
    }

    private static final class Instants extends StdDeserializer<Instant> {
        Instants() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            try {
                Instant instant = Instant.parse(StringDeserializer.instance.deserialize(parser, context));
                if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
                    return instant;
                }
            } catch (DateTimeException unreadable) {
                // said below
            }
            throw context.weirdStringException("…", Instant.class, "no instant from 1970 to 9999");
        }
    }

    private static final class Texts extends StdDeserializer<String> {
        Texts() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text.indexOf('\0') >= 0) {
                throw context.weirdStringException("…", String.class, "has a zero character");
            }
            return text;
        }
    }
}

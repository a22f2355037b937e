package io.orderflow.messaging.parking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Messages of one type that are parked for one cause, whichever orders they are about.
///
/// @param type  the event's type; `untyped` where they say none
/// @param cause why they are here, without what differs from one to the next
record Group(String type, String cause) {
    private static final int ID_BYTES = 5;
    private static final int CAUSE_LENGTH = 300;

    /// What differs from one message to the next, the longest kind first.
    private static final List<Blank> BLANKS = List.of(
            new Blank("(?i)\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "<uuid>"),
            new Blank("\"[^\"]*\"", "<text>"),
            new Blank("\\b\\d{4}-\\d{2}-\\d{2}T[\\d:.]+(Z|[+-][\\d:]+)?", "<time>"),
            new Blank("(?i)\\b(?=\\w*\\d)[0-9a-f]{12,}\\b", "<id>"),
            new Blank("\\b[A-Za-z]+_(?=\\w*\\d)\\w+\\b", "<id>"),
            new Blank("\\b\\d+(\\.\\d+)?\\b", "<n>"));

    private record Blank(Pattern pattern, String instead) {
        Blank(String pattern, String instead) {
            this(Pattern.compile(pattern), instead);
        }
    }

    static Group of(Parked message) {
        String type = message.type();
        return new Group(type == null ? "untyped" : type, cause(message.because()));
    }

    /// A reason without ids, numbers, times and quotations.
    static String cause(String because) {
        String cause = because;
        for (Blank blank : BLANKS) {
            cause = blank.pattern().matcher(cause).replaceAll(blank.instead());
        }
        return cause.substring(0, Math.min(cause.length(), CAUSE_LENGTH));
    }

    /// A short name of the group, the same in every service and at every look.
    String id() {
        try {
            byte[] text = (type + "\n" + cause).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}

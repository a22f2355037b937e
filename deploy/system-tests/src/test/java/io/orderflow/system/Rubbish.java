package io.orderflow.system;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Broken and absurd input, the same for the same seed.
final class Rubbish {
    /// What stands in a JSON text in the place of a value.
    static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1",
            "1.5",
            "-0.0",
            "1e400",
            "-1e400",
            "1e-400",
            "NaN",
            "Infinity",
            "2147483648",
            "-9223372036854775809",
            "9".repeat(40),
            "9".repeat(2000),
            "1" + "0".repeat(900),
            "1E+1000000000",
            "\"\"",
            "\" \"",
            "\"1E+1000000000\"",
            "\"-5\"",
            "\"NaN\"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\u001b[31m\"",
            "\"line\\r\\nline\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "\"\\u202e\\ufeff\"",
            "\"'; drop table orders; --\"",
            "\"<script>alert(1)</script>\"",
            "\"${jndi:ldap://localhost/x}\"",
            "\"#{1+1}\"",
            "\"%s%n%x\"",
            "\"../../etc/passwd\"",
            "\"" + "x".repeat(300) + "\"",
            "\"" + "é".repeat(20_000) + "\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"1970-01-01T00:00:00Z\"",
            "\"PT1S\"",
            "\"P999999999999D\"",
            "\"P-1D\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"EUR\"",
            "\"XXX\"",
            "[]",
            "{}",
            "[[[]]]",
            "[null]",
            "{\"\":{}}",
            "[1,2,3]",
            "'single'",
            "undefined",
            "0x10",
            "01",
            "+1",
            ".5",
            "\"\\x\"",
            "\"open");

    private static final String MARK = "\"@@odd@@\"";
    private static final int DEEP = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Random random;

    Rubbish(long seed) {
        random = new Random(seed);
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    /// A body that was this valid one, until something happened to it.
    byte[] body(JsonNode valid) {
        byte[] text = valid.toString().getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(16)) {
            case 0 -> Arrays.copyOf(text, random.nextInt(text.length)); // down to nothing at all
            case 1 -> bytes("[" + valid + "]");
            case 2 -> bytes(valid + any(List.of("x", "{}", ",", "]", "\0", " //", "/**/")));
            case 3 -> bytes(any(VALUES));
            case 4 -> bytes("[".repeat(DEEP));
            case 5 -> bytes("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
            case 6 -> valid.toString().getBytes(any(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)));
            case 7 -> {
                var bad = text.clone();
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                yield bad;
            }
            case 8 -> {
                var bad = new ByteArrayOutputStream();
                int at = random.nextInt(text.length);
                bad.write(text, 0, at);
                bad.writeBytes(new byte[] {(byte) 0xc3, (byte) 0x28, (byte) 0xf8, (byte) 0x80});
                bad.write(text, at, text.length - at);
                yield bad.toByteArray();
            }
            case 9 -> bytes(structure(valid, 0).replace(MARK, deep()));
            case 10 -> bytes(structure(valid, 1)); // something is missing
            case 11 -> bytes(structure(valid, 2)); // something is there that is not known
            case 12 -> bytes(twice(valid));
            default -> bytes(structure(valid, 0).replace(MARK, any(VALUES)));
        };
    }

    private String deep() {
        return "[".repeat(DEEP) + "]".repeat(DEEP);
    }

    /// One place of it changed: 0 marks a value, 1 takes a member away, 2 adds one.
    private String structure(JsonNode valid, int how) {
        JsonNode copy = valid.deepCopy();
        var objects = new ArrayList<ObjectNode>();
        collect(copy, objects);
        ObjectNode object = any(objects);
        var names = List.copyOf(object.propertyNames());
        if (how == 2 || names.isEmpty()) {
            object.put(
                    any(List.of("extra", "price", "status", "__proto__", "@type", "class", "", "\u0000", "total")), 1);
        } else if (how == 1) {
            object.remove(any(names));
        } else {
            object.put(any(names), MARK.replace("\"", ""));
        }
        return copy.toString();
    }

    private String twice(JsonNode valid) {
        String text = valid.toString();
        String name = valid.propertyNames().stream().findFirst().orElse("a");
        return "{" + JSON.writeValueAsString(name) + ":" + any(VALUES) + "," + text.substring(1);
    }

    private static void collect(JsonNode node, List<ObjectNode> into) {
        if (node instanceof ObjectNode object) {
            into.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, into));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A word for a path or a parameter, as it stands in the request line.
    String word() {
        return any(List.of(
                "%00",
                "%",
                "%zz",
                "%ff",
                "%c3%28",
                "..",
                "%2e%2e",
                "%2f",
                "%5c",
                "a%0d%0aX:1",
                ";a=b",
                "*",
                "~",
                "null",
                "NaN",
                "-1",
                "0",
                "1e400",
                "9".repeat(30),
                "2147483648",
                "'",
                "%27%3b--",
                "%22",
                "%3Cscript%3E",
                "$%7Bjndi%7D",
                "a".repeat(300),
                "a".repeat(7000),
                "a".repeat(20_000),
                "00000000-0000-0000-0000-000000000000",
                "1-1-1-1-1",
                "%2B1000000000-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "PT1S",
                "P99999999999D",
                "PT-1S",
                "%ed%a0%80",
                "%f0%9f%98%80",
                "%e2%80%ae",
                "true",
                "PENDING",
                "pending",
                "SHIPPED,",
                "",
                "%20",
                "+",
                "%09",
                "AAAAAAAAAAAAAAAAAAAAAA",
                "AAAA",
                "=",
                "&&&",
                "a&limit=7&limit=8"));
    }

    /// A header line that nobody needs.
    String header() {
        return any(List.of(
                "Accept: %%%",
                "Accept: application/xml",
                "Accept: text/html",
                "Accept: */*;q=x",
                "Accept: image/png",
                "Accept-Language: %%;;",
                "Accept-Charset: zz",
                "Accept-Encoding: zz;q=9",
                "Idempotency-Key: " + "k".repeat(256),
                "Idempotency-Key: \u00e9",
                "Idempotency-Key:",
                "Idempotency-Key: a b",
                "Order-Token: \u00ff\u00fe",
                "Order-Token:",
                "Order-Token: " + "t".repeat(6000),
                "Authorization: Bearer x",
                "Authorization: Basic %%%",
                "Authorization: Basic",
                "Authorization: Basic Og==",
                "Origin: null",
                "Origin: http://evil.example",
                "Sec-Fetch-Site: cross-site",
                "X-Forwarded-Host: x y",
                "X-Forwarded-For: %%",
                "Forwarded: ;;",
                "X-HTTP-Method-Override: DELETE",
                "Content-Encoding: gzip",
                "Content-Encoding: br",
                "Range: bytes=zz",
                "If-None-Match: zz",
                "If-Modified-Since: zz",
                "Expect: 100-continue",
                "Cookie: a=\"; $Version=9",
                "traceparent: zz",
                "traceparent: 00-" + "f".repeat(32) + "-" + "f".repeat(16) + "-01",
                "baggage: %%%",
                "TE: trailers",
                "X: " + "x".repeat(4000)));
    }
}

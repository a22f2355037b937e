package io.orderflow.messaging.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The migrations of a service. Two versions of it run side by side on one schema, so a migration only expands: what
/// the version before knows is still there afterwards, as it was.
final class Migrations {
    /// These are older than the rule.
    private static final Set<String> OLDER = Set.of(
            "V2__called_off.sql",
            "V2__cancellation_and_alarms.sql",
            "V2__cancellation_delivery_audit.sql",
            "V3__called_off_and_refund_failed.sql",
            "V3__cancellation_and_delivery.sql");

    private static final Map<String, Pattern> NARROWING = Map.of(
            "drops what the version before knows", Pattern.compile("\\bdrop\\s+(?!not\\s+null|index)[^,;]*"),
            "renames what the version before knows", Pattern.compile("\\brename\\b[^,;]*"),
            "wants what the version before may not give", Pattern.compile("\\bset\\s+not\\s+null\\b"),
            "changes a type", Pattern.compile("\\balter\\s+(column\\s+)?\\w+\\s+(set\\s+data\\s+)?type\\b[^,;]*"),
            "adds a column that the version before does not fill",
                    Pattern.compile("\\badd\\s+column\\b(?![^,;]*\\bdefault\\b)[^,;]*\\bnot\\s+null\\b[^,;]*"));

    private Migrations() {}

    /// What is wrong with those on the class path, a sentence each.
    static List<String> faults() {
        var faults = new ArrayList<String>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/m*/*.sql")) {
                if (!OLDER.contains(String.valueOf(file.getFilename()))) {
                    for (String fault : faults(file.getContentAsString(StandardCharsets.UTF_8))) {
                        faults.add(file.getFilename() + " " + fault);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return faults;
    }

    /// What is wrong with one. What functions do when they are called is not looked at.
    static List<String> faults(String sql) {
        String statements = sql.replaceAll("--[^\n]*", " ")
                .replaceAll("(?s)\\$\\$.*?\\$\\$", " ")
                .toLowerCase(Locale.ROOT);
        var faults = new ArrayList<String>();
        NARROWING.forEach((fault, pattern) -> {
            Matcher found = pattern.matcher(statements);
            while (found.find()) {
                faults.add(fault + ": " + found.group().replaceAll("\\s+", " ").strip());
            }
        });
        return faults;
    }
}

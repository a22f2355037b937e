package io.orderflow.notification.gateways;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.orderflow.notification.domain.Letter;
import io.orderflow.notification.domain.Telling;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The letters, one Mustache template per event in `letters/<routing key>.txt`: the first line is the subject, the
/// third where the text begins.
@Component
public class Letters {
    private static final String SUBJECT = "Subject: ";

    private final Mustache.Compiler mustache =
            Mustache.compiler().escapeHTML(false).withLoader(Letters::reader);
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /// Puts the words into the letter.
    public Letter write(Telling telling) {
        String text = templates
                .computeIfAbsent(telling.about(), this::compiled)
                .execute(telling.words())
                .strip();
        int end = text.indexOf('\n');
        if (!text.startsWith(SUBJECT) || end < 0) {
            throw new IllegalStateException("the letter " + telling.about() + " has no subject");
        }
        String subject = text.substring(SUBJECT.length(), end).strip();
        return new Letter(telling.about(), subject, text.substring(end).strip() + "\n");
    }

    private Template compiled(String name) {
        try (Reader reader = reader(name)) {
            return mustache.compile(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Reader reader(String name) {
        InputStream letter = Letters.class.getResourceAsStream("/letters/" + name + ".txt");
        if (letter == null) {
            throw new IllegalStateException("there is no letter " + name);
        }
        return new InputStreamReader(letter, StandardCharsets.UTF_8);
    }
}

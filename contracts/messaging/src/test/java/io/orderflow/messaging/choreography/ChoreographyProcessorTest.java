package io.orderflow.messaging.choreography;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoreographyProcessorTest {
    @TempDir
    Path classes;

    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    @Test
    void a_service_says_its_family_and_hears_what_its_methods_take() throws IOException {
        assertThat(compile("""
                import io.orderflow.events.*;
                import io.orderflow.messaging.*;
                @Says(ShippingFact.class) class Shipping {
                    @ReactTo void placed(OrderCreated fact) {}
                    @ReactTo void told(PaymentFailed fact, Envelope envelope) {}
                }
                """)).isTrue();

        assertThat(written()).isEqualTo("""
                {"service":"shipping",\
                "says":["v1.order.delivered","v1.order.shipped","v1.shipping.cancelled","v1.shipping.failed"],\
                "reactsTo":["v1.order.created","v1.payment.failed"]}
                """);
    }

    @Test
    void a_family_or_a_batch_stands_for_all_that_it_permits() throws IOException {
        assertThat(compile("""
                import io.orderflow.events.*;
                import io.orderflow.messaging.*;
                @Says(as = "reader") class Reader {
                    @ReactTo void all(java.util.List<Heard<NotificationFact>> batch) {}
                }
                """)).isTrue();

        assertThat(written()).isEqualTo("""
                {"service":"reader","says":[],"reactsTo":["v1.notification.failed","v1.notification.sent"]}
                """);
    }

    @Test
    void a_reaction_to_what_is_no_event_stops_the_build() {
        assertThat(compile("""
                import io.orderflow.messaging.*;
                @Says(as = "reader") class Reader {
                    @ReactTo void wrong(String text) {}
                }
                """)).isFalse();

        assertThat(diagnostics.getDiagnostics().stream()
                        .filter(said -> said.getKind() == Diagnostic.Kind.ERROR)
                        .map(said -> said.getMessage(null))
                        .collect(Collectors.joining()))
                .contains("java.lang.String is no event");
    }

    @Test
    void the_annotations_it_reads_by_name_exist() throws ClassNotFoundException {
        for (String annotation : ChoreographyProcessor.annotationsRead()) {
            assertThat(Class.forName(annotation).isAnnotation()).isTrue();
        }
    }

    private boolean compile(String source) {
        var file = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        diagnostics,
                        List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(file));
        task.setProcessors(List.of(new ChoreographyProcessor()));
        return task.call();
    }

    private String written() throws IOException {
        return Files.readString(classes.resolve(ChoreographyProcessor.RESOURCE));
    }
}

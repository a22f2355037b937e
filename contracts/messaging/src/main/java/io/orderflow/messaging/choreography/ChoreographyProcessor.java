package io.orderflow.messaging.choreography;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/// Runs in the compiler of each service: reads `@Says` and `@ReactTo` and writes down which routing keys the service
/// says and which it reacts to. A reaction to something that is no event stops the build here.
@SupportedAnnotationTypes({"io.orderflow.messaging.Says", "io.orderflow.messaging.ReactTo"})
public final class ChoreographyProcessor extends AbstractProcessor {
    /// Where the answer stands in the service's classes.
    public static final String RESOURCE = "META-INF/orderflow/choreography.json";

    private static final String FACT = "io.orderflow.events.Fact";

    private final Set<String> says = new TreeSet<>();
    private final Set<String> reactsTo = new TreeSet<>();
    private @Nullable String service;

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element annotated : round.getElementsAnnotatedWith(annotation)) {
                if (annotated instanceof ExecutableElement reaction) {
                    readReaction(reaction);
                } else if (annotated instanceof TypeElement application) {
                    readApplication(application);
                }
            }
        }
        if (round.processingOver() && service != null) {
            write(service);
        }
        return false;
    }

    private void readApplication(TypeElement application) {
        Map<String, Object> said = values(application, "io.orderflow.messaging.Says");
        if (said.get("as") instanceof String name) {
            service = name;
        }
        if (said.get("value") instanceof DeclaredType family) {
            var element = (TypeElement) family.asElement();
            service = (String) values(element, "io.orderflow.events.SaidBy").get("value");
            says.addAll(keys(element));
        }
    }

    private void readReaction(ExecutableElement reaction) {
        if (reaction.getParameters().isEmpty()) {
            complain("a reaction takes the fact that it reacts to", reaction);
            return;
        }
        TypeMirror told = reaction.getParameters().getFirst().asType();
        while (told instanceof DeclaredType generic
                && !generic.getTypeArguments().isEmpty()) { // List<Heard<F>>
            told = generic.getTypeArguments().getFirst();
        }
        Set<String> heard = told instanceof DeclaredType fact ? keys((TypeElement) fact.asElement()) : Set.of();
        if (heard.isEmpty()) {
            complain(told + " is no event: it has no routing key and permits none", reaction);
        }
        reactsTo.addAll(heard);
    }

    /// The routing keys of an event, or of all events of a family.
    private Set<String> keys(TypeElement type) {
        if (type.getModifiers().contains(Modifier.SEALED)) {
            return type.getPermittedSubclasses().stream()
                    .map(permitted -> (TypeElement) ((DeclaredType) permitted).asElement())
                    .flatMap(permitted -> keys(permitted).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Object key = values(type, "io.orderflow.events.RoutingKey").get("value");
        TypeElement fact = processingEnv.getElementUtils().getTypeElement(FACT);
        boolean isFact = fact != null && processingEnv.getTypeUtils().isSubtype(type.asType(), fact.asType());
        return isFact && key instanceof String text ? Set.of(text) : Set.of();
    }

    private static Map<String, Object> values(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(annotation))
                .map(AnnotationMirror::getElementValues)
                .flatMap(values -> values.entrySet().stream())
                .collect(Collectors.toMap(
                        entry -> entry.getKey().getSimpleName().toString(),
                        entry -> ((AnnotationValue) entry.getValue()).getValue()));
    }

    private void write(String name) {
        try (Writer file = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE)
                .openWriter()) {
            file.write("{\"service\":\"" + name + "\",\"says\":" + array(says) + ",\"reactsTo\":" + array(reactsTo)
                    + "}\n");
        } catch (IOException failed) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "cannot write " + RESOURCE + ": " + failed);
        }
    }

    private static String array(Collection<String> keys) {
        return keys.stream().map(key -> '"' + key + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private void complain(String what, Element where) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, what, where);
    }

    /// The names of the annotations that are read, for a test that they still exist.
    static List<String> annotationsRead() {
        return List.of(
                "io.orderflow.messaging.Says",
                "io.orderflow.messaging.ReactTo",
                "io.orderflow.events.SaidBy",
                "io.orderflow.events.RoutingKey");
    }
}

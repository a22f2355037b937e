package io.orderflow.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// Every HTTP endpoint of the system, read from the annotations of the controllers in the services' jars: so that none
/// is forgotten.
final class Endpoints {
    private static final String MAPPING = "Lorg/springframework/web/bind/annotation/";
    private static final Map<String, String> METHODS = Map.of(
            "GetMapping",
            "GET",
            "PostMapping",
            "POST",
            "PutMapping",
            "PUT",
            "DeleteMapping",
            "DELETE",
            "PatchMapping",
            "PATCH");

    private Endpoints() {}

    /// One of them.
    ///
    /// @param path as it is mapped, with `{…}` for what varies
    record Endpoint(String service, String method, String path) {
        String url(Shop shop) {
            return shop.value(service.toUpperCase(Locale.ROOT) + "_URL")
                    + path(UUID.randomUUID().toString());
        }

        /// The path with this in the place of what varies.
        String path(String word) {
            return path.replaceAll("\\{[^}]*}", Matcher.quoteReplacement(word));
        }

        @Override
        public String toString() {
            return service + ": " + method + " " + path;
        }
    }

    static List<Endpoint> of(Checkout checkout) {
        return Choreography.SERVICES.stream()
                .flatMap(service -> of(checkout, service).stream())
                .toList();
    }

    private static List<Endpoint> of(Checkout checkout, String service) {
        var endpoints = new ArrayList<Endpoint>();
        var jar = checkout.root().resolve(service + "-service/target/" + service + "-service.jar");
        try (var zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (isOurs(entry.getName().replace("BOOT-INF/classes/", ""))) {
                    read(service, bytes, endpoints);
                } else if (entry.getName().startsWith("BOOT-INF/lib/messaging-")) {
                    readJar(service, bytes, endpoints);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return endpoints;
    }

    private static boolean isOurs(String name) {
        return name.startsWith("io/orderflow/") && name.endsWith(".class");
    }

    private static void readJar(String service, byte[] jar, List<Endpoint> endpoints) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (isOurs(entry.getName())) {
                    read(service, zip.readAllBytes(), endpoints);
                }
            }
        }
    }

    private static void read(String service, byte[] bytes, List<Endpoint> endpoints) {
        ClassModel controller = ClassFile.of().parse(bytes);
        String prefix = annotations(controller).stream()
                .filter(one -> one.classSymbol().descriptorString().equals(MAPPING + "RequestMapping;"))
                .flatMap(one -> paths(one).stream())
                .findFirst()
                .orElse("");
        for (MethodModel method : controller.methods()) {
            method.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                    .flatMap(all -> all.annotations().stream())
                    .forEach(one -> METHODS.forEach((name, verb) -> {
                        if (one.classSymbol().descriptorString().equals(MAPPING + name + ";")) {
                            var paths = paths(one);
                            (paths.isEmpty() ? List.of("") : paths)
                                    .forEach(path -> endpoints.add(new Endpoint(service, verb, prefix + path)));
                        }
                    }));
        }
    }

    private static List<Annotation> annotations(ClassModel type) {
        return type.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(all -> all.annotations())
                .orElse(List.of());
    }

    private static List<String> paths(Annotation mapping) {
        return mapping.elements().stream()
                .filter(element ->
                        element.name().equalsString("value") || element.name().equalsString("path"))
                .map(AnnotationElement::value)
                .flatMap(value -> value instanceof AnnotationValue.OfArray array
                        ? array.values().stream()
                        : List.of(value).stream())
                .map(value -> ((AnnotationValue.OfString) value).stringValue())
                .toList();
    }
}

package io.orderflow.mutants;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The classes of a module with a mutant among them: a copy, so that nothing else ever sees it.
final class Overlay {
    private Overlay() {}

    /// Makes it, compiling the one source anew. Without Error Prone and annotation processors: a mistake that the
    /// compiler refuses is no mutant, one that only a linter sees is.
    ///
    /// @throws NoLongerApplies when the mutant does not fit, or does not compile
    static Path of(Mutant mutant, Checkout checkout) {
        String text = checkout.mutated(mutant);
        Part home = mutant.home();
        Path overlay = checkout.scratch(mutant.name()).resolve("classes");
        try {
            Folders.copy(home.classes(checkout.root()), overlay);
            if (Part.isSource(mutant.file())) {
                compile(mutant, text, overlay, checkout.classPath(overlay, home));
            } else {
                Files.writeString(overlay.resolve(home.inClasses(mutant.file())), text);
            }
            return overlay;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void compile(Mutant mutant, String text, Path overlay, String classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var options =
                    List.of("-proc:none", "-nowarn", "-g", "-parameters", "-d", overlay.toString(), "-cp", classPath);
            boolean compiled = compiler.getTask(
                            said, files, null, options, null, List.of(new Source(mutant.file(), text)))
                    .call();
            if (!compiled) {
                throw new NoLongerApplies("The mutant " + mutant.name() + " does not compile:\n" + said);
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String file, String text) {
            super(URI.create("mutant:///" + file), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

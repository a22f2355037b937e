package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The running system, started once for all tests by `deploy/up` and ended after the last by `deploy/down`.
final class Orderflow implements AutoCloseable {
    private final Checkout checkout;
    private final String printedByUp;

    private Orderflow(Checkout checkout, String printedByUp) {
        this.checkout = checkout;
        this.printedByUp = printedByUp;
    }

    private static Orderflow start() {
        try {
            var checkout = Checkout.here(Files.createTempDirectory("orderflow-system-"));
            Checkout.Said up = checkout.run("up");
            if (up.exit() != 0) {
                checkout.run("down", "--purge");
            }
            assertThat(up.exit()).as(up.output()).isZero();
            return new Orderflow(checkout, up.output());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Checkout checkout() {
        return checkout;
    }

    String printedByUp() {
        return printedByUp;
    }

    /// What `deploy/status --env` says now.
    Map<String, String> environment() {
        Checkout.Said said = checkout.run("status", "--env");
        return said.output()
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    /// A shop's customer and its operator at this system.
    Shop shop() {
        return new Shop(environment());
    }

    @Override
    public void close() throws IOException {
        Checkout.Said down = checkout.run("down", "--purge");
        if (Files.exists(checkout.state())) {
            try (var files = Files.walk(checkout.state())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        if (down.exit() != 0) {
            throw new IllegalStateException(down.output());
        }
    }

    /// Hands the one running system to whichever test asks for it.
    static final class Running implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Orderflow.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Orderflow.class, _ -> start());
        }
    }
}

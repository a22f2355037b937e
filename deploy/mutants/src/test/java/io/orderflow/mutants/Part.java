package io.orderflow.mutants;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A module that is mutated, or whose tests catch mutants.
enum Part {
    EVENTS("contracts/events", "io/orderflow/events"),
    MESSAGING("contracts/messaging", "io/orderflow/messaging", EVENTS),
    MESSAGING_TEST("contracts/messaging-test", "io/orderflow/messaging", MESSAGING, EVENTS),
    MESSAGING_CHECK("contracts/messaging-check", "io/orderflow/messaging", MESSAGING_TEST, MESSAGING, EVENTS),
    PAYMENT("payment-service", "io/orderflow/payment", MESSAGING_TEST, MESSAGING, EVENTS),
    INVENTORY("inventory-service", "io/orderflow/inventory", MESSAGING_TEST, MESSAGING, EVENTS);

    private final String folder;
    private final String rootPackage;
    private final List<Part> needs;

    Part(String folder, String rootPackage, Part... needs) {
        this.folder = folder;
        this.rootPackage = rootPackage;
        this.needs = List.of(needs);
    }

    /// Where it is, from the checkout.
    String folder() {
        return folder;
    }

    /// What its classes are compiled and run with, itself first, from the checkout.
    List<Part> withItsNeeds() {
        return Stream.concat(Stream.of(this), needs.stream()).toList();
    }

    /// Its compiled classes.
    Path classes(Path root) {
        return root.resolve(folder, "target", "classes");
    }

    /// Its compiled tests.
    Path testClasses(Path root) {
        return root.resolve(folder, "target", "test-classes");
    }

    /// A class's full name from its name below the root package.
    String className(String name) {
        return rootPackage.replace('/', '.') + "." + name;
    }

    /// Where a source or resource is below the classes.
    ///
    /// @param file of a source, below the root package; of a resource, below the resources
    String inClasses(String file) {
        return isSource(file) ? rootPackage + "/" + file : file;
    }

    /// A source or resource, from the checkout.
    ///
    /// @param file as [#inClasses] takes it
    String path(String file) {
        return folder + "/src/main/" + (isSource(file) ? "java/" : "resources/") + inClasses(file);
    }

    static boolean isSource(String file) {
        return file.endsWith(".java");
    }
}

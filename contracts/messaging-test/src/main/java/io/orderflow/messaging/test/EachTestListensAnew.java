package io.orderflow.messaging.test;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Lets each test hear only what is said after it began.
final class EachTestListensAnew implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext test) {
        SpringExtension.getApplicationContext(test)
                .getBeanProvider(FactsOnTheWire.class)
                .ifAvailable(FactsOnTheWire::listenAnew);
    }
}

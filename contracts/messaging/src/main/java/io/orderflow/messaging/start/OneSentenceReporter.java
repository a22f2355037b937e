package io.orderflow.messaging.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Prints the sentence of [OneSentence] on one line, in place of Spring Boot's page, and only for a wrong
/// configuration.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class OneSentenceReporter implements SpringBootExceptionReporter {
    private final String service;

    /// Made by Spring Boot for the context that failed to start; null when there is none yet.
    public OneSentenceReporter(@Nullable ConfigurableApplicationContext context) {
        String name = context == null ? null : context.getEnvironment().getProperty("spring.application.name");
        this.service = name == null ? "the service" : name;
    }

    @Override
    public boolean reportException(Throwable failure) {
        String sentence = OneSentence.about(failure);
        if (sentence == null) {
            return false;
        }
        System.err.println(service + " does not start: " + sentence);
        return true;
    }
}

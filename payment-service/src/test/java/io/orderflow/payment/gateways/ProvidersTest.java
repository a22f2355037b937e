package io.orderflow.payment.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.orderflow.payment.gateways.simulator.Ledger;
import io.orderflow.payment.gateways.simulator.SimulatedProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

class ProvidersTest {
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class))
            .withBean(Ledger.class, () -> mock(Ledger.class))
            .withBean(PlatformTransactionManager.class, () -> mock(PlatformTransactionManager.class))
            .withUserConfiguration(Providers.class);

    @Test
    void without_a_word_the_provider_is_simulated() {
        service.run(
                started -> assertThat(started.getBean(PaymentProvider.class)).isInstanceOf(SimulatedProvider.class));
    }

    @ParameterizedTest
    @CsvSource({
        "orderflow.payment.provider, piggybank",
        "orderflow.payment.simulator.latency, -1s",
        "orderflow.payment.simulator.latency, 60s",
        "orderflow.payment.simulator.slow, 60s",
        "orderflow.payment.simulator.slow, soon",
        "orderflow.payment.refund-attempts, 0",
        "orderflow.payment.refund-attempts, 1001",
        "orderflow.payment.refund-attempts, often",
    })
    void a_wrong_setting_refuses_to_start_and_is_named(String property, String value) {
        service.withPropertyValues(property + "=" + value)
                .run(refused -> assertThat(refused)
                        .getFailure()
                        .satisfies(failure -> assertThat(wholeStory(failure))
                                .contains(property.substring(property.lastIndexOf('.') + 1))));
    }

    private static String wholeStory(Throwable failure) {
        var story = new StringBuilder();
        for (Throwable part = failure; part != null; part = part.getCause()) {
            story.append(part).append('\n');
        }
        return story.toString();
    }
}

package io.orderflow.shipping.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.orderflow.shipping.ShippingTest;
import io.orderflow.shipping.gateways.simulator.CarrierBooks;
import io.orderflow.shipping.gateways.simulator.SimulatedCarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

class CarriersTest {
    private static final String SECRET = "orderflow.shipping.webhook.secret=" + ShippingTest.SECRET;

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class))
            .withBean(CarrierBooks.class, () -> mock(CarrierBooks.class))
            .withBean(PlatformTransactionManager.class, () -> mock(PlatformTransactionManager.class))
            .withUserConfiguration(Carriers.class);

    @Test
    void without_a_word_the_carrier_is_simulated() {
        service.run(started -> assertThat(started.getBean(Carrier.class)).isInstanceOf(SimulatedCarrier.class));
    }

    @ParameterizedTest
    @CsvSource({
        "orderflow.shipping.carrier, pigeons",
        "orderflow.shipping.simulator.latency, -1s",
        "orderflow.shipping.simulator.latency, 60s",
        "orderflow.shipping.simulator.slow, 60s",
        "orderflow.shipping.simulator.slow, soon",
        "orderflow.shipping.simulator.delivers-after, -1ms",
        "orderflow.shipping.simulator.delivers-after, 11m",
    })
    void a_wrong_setting_refuses_to_start_and_is_named(String property, String value) {
        service.withPropertyValues(property + "=" + value)
                .run(refused -> assertThat(refused)
                        .getFailure()
                        .satisfies(failure -> assertThat(wholeStory(failure))
                                .containsIgnoringCase(property.substring(property.lastIndexOf('.') + 1)
                                        .replace("-", ""))));
    }

    @ParameterizedTest
    @CsvSource({"-, false", "orderflow.shipping.webhook.secret=, false", SECRET + ", true"})
    void without_a_secret_nobody_can_sign(String setting, boolean there) {
        service.withPropertyValues(setting)
                .run(started -> assertThat(started.getBeanProvider(CarrierSignature.class).stream())
                        .hasSize(there ? 1 : 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"these are 23 bytes only", "whsec_dG9vIHNob3J0", "whsec_no Base64, but long enough for a key"})
    void a_secret_that_is_too_short_or_unreadable_refuses_to_start_and_is_not_told(String secret) {
        service.withPropertyValues("orderflow.shipping.webhook.secret=" + secret)
                .run(refused -> assertThat(refused)
                        .getFailure()
                        .satisfies(failure -> assertThat(wholeStory(failure))
                                .contains("orderflow.shipping.webhook.secret")
                                .doesNotContain(secret)));
    }

    private static String wholeStory(Throwable failure) {
        var story = new StringBuilder();
        for (Throwable part = failure; part != null; part = part.getCause()) {
            story.append(part).append('\n');
        }
        return story.toString();
    }
}

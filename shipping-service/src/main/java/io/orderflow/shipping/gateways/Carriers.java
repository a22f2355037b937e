package io.orderflow.shipping.gateways;

import io.orderflow.shipping.gateways.simulator.CarrierBooks;
import io.orderflow.shipping.gateways.simulator.SimulatedCarrier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// Chooses the carrier that the settings name, and how carriers sign what they send.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShippingSettings.class)
class Carriers {
    @Bean
    Carrier carrier(ShippingSettings settings, CarrierBooks books, PlatformTransactionManager transactions) {
        return switch (settings.carrier()) {
            case SIMULATOR ->
                new SimulatedCarrier(
                        books,
                        transactions,
                        settings.simulator().latency(),
                        settings.simulator().slow(),
                        settings.simulator().deliversAfter());
        };
    }

    /// Not there when no secret is set: nobody can sign without one.
    @Bean
    @Nullable
    CarrierSignature carrierSignature(ShippingSettings settings) {
        @Nullable String secret = settings.webhook().secret();
        return secret == null || secret.isBlank() ? null : CarrierSignature.withSecret(secret);
    }
}

package io.orderflow.payment.gateways;

import io.orderflow.payment.gateways.simulator.Ledger;
import io.orderflow.payment.gateways.simulator.SimulatedProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// Chooses the provider that the settings name.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentSettings.class)
class Providers {
    @Bean
    PaymentProvider paymentProvider(PaymentSettings settings, Ledger ledger, PlatformTransactionManager transactions) {
        return switch (settings.provider()) {
            case SIMULATOR ->
                new SimulatedProvider(
                        ledger,
                        transactions,
                        settings.simulator().latency(),
                        settings.simulator().slow());
        };
    }
}

package io.orderflow.order.gateways;

import io.orderflow.order.domain.Capacity;
import io.orderflow.order.domain.Patience;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long orders are waited for, and how many there may be, as it is set.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrderSettings.class)
class Patiences {
    @Bean
    Patience patience(OrderSettings settings) {
        return settings.patience();
    }

    @Bean
    Capacity capacity(OrderSettings settings) {
        return settings.shed().capacity();
    }
}

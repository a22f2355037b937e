package io.orderflow.shipping.api;

import io.orderflow.messaging.web.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who may ask: nobody but the operator. A carrier reports without a log-in, and proves by a signature who it is.
@Configuration(proxyBeanMethods = false)
class Doors {
    @Bean
    OpenPaths openPaths() {
        return OpenPaths.none().andPost("/carrier/deliveries");
    }
}

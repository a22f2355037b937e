package io.orderflow.inventory.api;

import io.orderflow.messaging.web.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who may ask what: the catalogue is open, the rest is the operator's.
@Configuration(proxyBeanMethods = false)
class Doors {
    @Bean
    OpenPaths openPaths() {
        return OpenPaths.get("/products", "/products/*");
    }
}

package io.orderflow.notification.api;

import io.orderflow.messaging.web.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who may ask what: everything is the operator's.
@Configuration(proxyBeanMethods = false)
class Doors {
    @Bean
    OpenPaths openPaths() {
        return OpenPaths.none();
    }
}

package io.orderflow.order.api;

import io.orderflow.messaging.web.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who may ask: everyone may order and see what is for sale; a single order wants its token; the rest is the
/// operator's.
@Configuration(proxyBeanMethods = false)
class Doors {
    @Bean
    OpenPaths openPaths() {
        return OpenPaths.get("/products", "/orders/{orderId:(?!summary$).*}")
                .andPost("/orders", "/orders/*/cancellation");
    }
}

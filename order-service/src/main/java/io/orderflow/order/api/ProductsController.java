package io.orderflow.order.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.events.Money;
import io.orderflow.order.application.LookingUpOrders;
import io.orderflow.order.domain.Product;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /products`: what can be ordered, at the prices at which it is.
@RestController
class ProductsController {
    private final LookingUpOrders lookingUp;

    ProductsController(LookingUpOrders lookingUp) {
        this.lookingUp = lookingUp;
    }

    /// A product.
    ///
    /// @param available how many there were when inventory last told a count: a hint, not a promise
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String sku,
            @Nullable String name,
            Amount price,
            @Nullable Integer available) {
        static View of(Product product) {
            Money price = Objects.requireNonNull(product.price(), "only what has a price is for sale");
            return new View(product.sku(), product.name(), Amount.of(price), product.available());
        }
    }

    @GetMapping("/products")
    List<View> products() {
        return lookingUp.products().stream().map(View::of).toList();
    }
}

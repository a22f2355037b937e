package io.orderflow.usual.inventory;

import io.orderflow.events.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The catalogue.
@RestController
public class ProductController {
    private final InventoryService inventory;

    ProductController(InventoryService inventory) {
        this.inventory = inventory;
    }

    /// How a product is offered.
    public record Offer(
            @NotBlank String name,
            @NotNull Money price,
            @Min(0) int onHand) {}

    @PutMapping("/products/{sku}")
    @ResponseStatus(HttpStatus.CREATED)
    void list(@PathVariable String sku, @Valid @RequestBody Offer offer) {
        inventory.list(sku, offer.name(), offer.price(), offer.onHand());
    }
}

package io.orderflow.inventory.api;

import io.orderflow.inventory.application.ListingProducts;
import io.orderflow.inventory.application.ReplenishingStock;
import io.orderflow.inventory.application.UnknownProduct;
import io.orderflow.inventory.gateways.Products;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The catalogue: everyone may look, the operator lists and replenishes.
@RestController
@RequestMapping("/products")
class ProductsController {
    private static final String SKU = "[A-Z0-9][A-Z0-9-]{0,39}";
    private static final String KEY = "[!-~]{1,255}";

    private final ListingProducts listing;
    private final ReplenishingStock replenishing;
    private final Products products;

    ProductsController(ListingProducts listing, ReplenishingStock replenishing, Products products) {
        this.listing = listing;
        this.replenishing = replenishing;
        this.products = products;
    }

    @GetMapping
    List<ProductView> all() {
        return products.all().stream().map(ProductView::of).toList();
    }

    @GetMapping("/{sku}")
    ProductView one(@PathVariable String sku) {
        return products.seen(sku).map(ProductView::of).orElseThrow(() -> new UnknownProduct(sku));
    }

    @PutMapping("/{sku}")
    ResponseEntity<ProductView> list(@PathVariable String sku, @Valid @RequestBody Offer offer) {
        Malformed.refuseUnless(sku.matches(SKU), "sku", "must be 1 to 40 of A-Z, 0-9 and -, not beginning with -");
        var listed = listing.list(sku, offer.name().strip(), offer.price().toMoney(), offer.onHand());
        return ResponseEntity.status(listed.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ProductView.of(listed.product()));
    }

    @PostMapping("/{sku}/replenishments")
    @ResponseStatus(HttpStatus.CREATED)
    ReplenishmentView replenish(
            @PathVariable String sku,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody Delivery delivery) {
        Malformed.refuseUnless(
                key == null || key.matches(KEY), "Idempotency-Key", "must be 1 to 255 ASCII characters, no spaces");
        return ReplenishmentView.of(replenishing.replenish(sku, delivery.quantity(), key));
    }
}

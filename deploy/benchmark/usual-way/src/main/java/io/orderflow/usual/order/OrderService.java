package io.orderflow.usual.order;

import io.orderflow.usual.Rabbit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/// Saves orders, and says so.
@Service
public class OrderService {
    private final OrderRepository orders;
    private final ProductRepository products;
    private final Rabbit.Publisher publisher;

    OrderService(OrderRepository orders, ProductRepository products, Rabbit.Publisher publisher) {
        this.orders = orders;
        this.products = products;
        this.publisher = publisher;
    }

    /// Saves and publishes.
    @Transactional
    public CustomerOrder place(OrderRequest request) {
        List<String> skus = request.lines().stream().map(OrderRequest.Line::sku).toList();
        Map<String, Product> prices =
                products.findAllById(skus).stream().collect(Collectors.toMap(Product::sku, Function.identity()));
        List<PricedLine> lines = request.lines().stream()
                .map(line -> {
                    Product product = prices.get(line.sku());
                    if (product == null) {
                        throw new ResponseStatusException(
                                HttpStatus.UNPROCESSABLE_CONTENT, "There is no product " + line.sku());
                    }
                    return new PricedLine(line.sku(), line.quantity(), product.price());
                })
                .toList();
        String currency = prices.values().iterator().next().currency();
        CustomerOrder order = orders.save(new CustomerOrder(request, lines, currency));
        publisher.publish(order.created());
        return order;
    }

    /// Sets the status.
    @Transactional
    public void becomes(UUID orderId, String status) {
        orders.findById(orderId).orElseThrow().becomes(status);
    }
}

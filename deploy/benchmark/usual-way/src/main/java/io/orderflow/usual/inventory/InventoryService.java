package io.orderflow.usual.inventory;

import io.orderflow.events.InventoryUpdateFailed;
import io.orderflow.events.InventoryUpdated;
import io.orderflow.events.Money;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.ProductListed;
import io.orderflow.events.Shortage;
import io.orderflow.events.StockLine;
import io.orderflow.usual.Rabbit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Deducts what is paid for, all lines or none.
@Service
public class InventoryService {
    private final StockRepository stock;
    private final DeductionRepository deductions;
    private final Rabbit.Publisher publisher;

    InventoryService(StockRepository stock, DeductionRepository deductions, Rabbit.Publisher publisher) {
        this.stock = stock;
        this.deductions = deductions;
        this.publisher = publisher;
    }

    /// Enters a product.
    @Transactional
    public void list(String sku, String name, Money price, int onHand) {
        stock.save(new StockItem(sku, name, onHand));
        publisher.publish(new ProductListed(sku, Instant.now(), 1, name, price, onHand));
    }

    /// Notes what an order wants.
    @Transactional
    public void note(OrderCreated event) {
        deductions.save(new Deduction(
                event.orderId(),
                event.lines().stream()
                        .map(line -> new WantedLine(line.sku(), line.quantity()))
                        .toList()));
    }

    /// Deducts it.
    @Transactional
    public void deduct(PaymentProcessed event) {
        Deduction deduction = deductions.findByOrderId(event.orderId()).orElseThrow();
        List<WantedLine> lines = deduction.lines();
        Map<String, StockItem> items = stock
                .findAllById(lines.stream().map(WantedLine::sku).toList())
                .stream()
                .collect(Collectors.toMap(StockItem::sku, Function.identity()));
        List<Shortage> shortages = lines.stream()
                .map(line -> new Shortage(line.sku(), line.quantity(), onHand(items, line.sku())))
                .filter(line -> line.requested() > line.available())
                .toList();
        if (!shortages.isEmpty()) {
            deduction.becomes("FAILED");
            publisher.publish(new InventoryUpdateFailed(event.orderId(), Instant.now(), "out-of-stock", shortages));
            return;
        }
        for (WantedLine line : lines) {
            StockItem item = items.get(line.sku());
            if (item != null) {
                item.take(line.quantity());
            }
        }
        deduction.becomes("DEDUCTED");
        publisher.publish(new InventoryUpdated(
                event.orderId(),
                Instant.now(),
                lines.stream()
                        .map(line -> new StockLine(line.sku(), line.quantity()))
                        .toList()));
    }

    private static int onHand(Map<String, StockItem> items, String sku) {
        return Optional.ofNullable(items.get(sku)).map(StockItem::onHand).orElse(0);
    }
}

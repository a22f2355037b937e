package io.orderflow.inventory.domain;

import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderLine;
import io.orderflow.events.Shortage;
import io.orderflow.events.StockLine;
import java.util.List;
import java.util.TreeMap;

/// The lines of an order, as the stock sees them: each SKU once, in the order of the SKUs.
final class Lines {
    private Lines() {}

    static List<StockLine> of(OrderCreated fact) {
        var pieces = new TreeMap<String, Integer>();
        for (OrderLine line : fact.lines()) {
            if (line.quantity() < 1) {
                throw new IllegalArgumentException("a line of order " + fact.orderId() + " asks for no piece");
            }
            pieces.merge(line.sku(), line.quantity(), Math::addExact);
        }
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("order " + fact.orderId() + " has no lines");
        }
        return pieces.entrySet().stream()
                .map(line -> new StockLine(line.getKey(), line.getValue()))
                .toList();
    }

    static List<Shortage> shortages(List<StockLine> lines, Shelves shelves) {
        return lines.stream()
                .map(line -> new Shortage(line.sku(), line.quantity(), available(line, shelves)))
                .filter(line -> line.available() < line.requested())
                .toList();
    }

    static boolean allListed(List<StockLine> lines, Shelves shelves) {
        return lines.stream().allMatch(line -> shelves.product(line.sku()).isPresent());
    }

    static void take(List<StockLine> lines, Shelves shelves) {
        lines.forEach(line -> shelves.product(line.sku()).orElseThrow().take(line.quantity()));
    }

    static void putBack(List<StockLine> lines, Shelves shelves) {
        lines.forEach(line -> shelves.product(line.sku()).orElseThrow().putBack(line.quantity()));
    }

    private static int available(StockLine line, Shelves shelves) {
        long onHand = shelves.product(line.sku()).map(Product::onHand).orElse(0L);
        return (int) Math.min(onHand, Integer.MAX_VALUE);
    }
}

package io.orderflow.order.domain;

import io.orderflow.events.Money;
import io.orderflow.events.OrderLine;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Keeps an order's lines as text, one line each: `MUG-BLUE 2 EUR 12.90`. No SKU has a blank in it.
@Converter
public class LinesAsText implements AttributeConverter<List<OrderLine>, String> {
    @Override
    public String convertToDatabaseColumn(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> String.join(
                        " ",
                        line.sku(),
                        String.valueOf(line.quantity()),
                        line.unitPrice().currency(),
                        line.unitPrice().amount().toPlainString()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public List<OrderLine> convertToEntityAttribute(String text) {
        var lines = new ArrayList<OrderLine>();
        for (String line : text.split("\n", -1)) {
            String[] parts = line.split(" ", 4);
            lines.add(
                    new OrderLine(parts[0], Integer.parseInt(parts[1]), new Money(parts[2], new BigDecimal(parts[3]))));
        }
        return List.copyOf(lines);
    }
}

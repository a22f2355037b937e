package io.orderflow.inventory.domain;

import io.orderflow.events.StockLine;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines in a column, readable: `MUG-BLUE:2 TEE-S:1`.
@Converter
public class LinesAsText implements AttributeConverter<List<StockLine>, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<StockLine> lines) {
        return lines == null
                ? null
                : lines.stream()
                        .map(line -> written(line.sku()) + ":" + line.quantity())
                        .collect(Collectors.joining(" "));
    }

    @Override
    public @Nullable List<StockLine> convertToEntityAttribute(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(text.split(" ", -1))
                        .map(word -> word.split(":", -1))
                        .map(part -> new StockLine(read(part[0]), Integer.parseInt(part[1])))
                        .toList();
    }

    /// A SKU as it stands in a column: no space and no colon in it, whatever an order may have asked for.
    static String written(String sku) {
        return URLEncoder.encode(sku, StandardCharsets.UTF_8);
    }

    static String read(String written) {
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }
}

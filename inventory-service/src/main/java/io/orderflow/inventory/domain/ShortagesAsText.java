package io.orderflow.inventory.domain;

import io.orderflow.events.Shortage;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Shortages in a column, readable: `MUG-BLUE:2:1` for two pieces asked for and one there.
@Converter
public class ShortagesAsText implements AttributeConverter<List<Shortage>, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<Shortage> shortages) {
        return shortages == null
                ? null
                : shortages.stream()
                        .map(one -> LinesAsText.written(one.sku()) + ":" + one.requested() + ":" + one.available())
                        .collect(Collectors.joining(" "));
    }

    @Override
    public @Nullable List<Shortage> convertToEntityAttribute(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(text.split(" ", -1))
                        .map(word -> word.split(":", -1))
                        .map(part -> new Shortage(
                                LinesAsText.read(part[0]), Integer.parseInt(part[1]), Integer.parseInt(part[2])))
                        .toList();
    }
}

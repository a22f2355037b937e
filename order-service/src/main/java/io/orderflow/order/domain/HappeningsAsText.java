package io.orderflow.order.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.EnumSet;

/// Keeps what happened as one letter each, for example `cpd`.
@Converter
public class HappeningsAsText implements AttributeConverter<Happenings, String> {
    @Override
    public String convertToDatabaseColumn(Happenings happened) {
        var text = new StringBuilder();
        for (Happened one : Happened.values()) {
            if (happened.has(one)) {
                text.append(one.letter());
            }
        }
        return text.toString();
    }

    @Override
    public Happenings convertToEntityAttribute(String text) {
        var happened = EnumSet.noneOf(Happened.class);
        for (Happened one : Happened.values()) {
            if (text.contains(one.letter())) {
                happened.add(one);
            }
        }
        return new Happenings(happened);
    }
}

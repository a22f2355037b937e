package io.orderflow.order.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Keeps a set of what happened as one letter each, for example `cpd`.
@Converter
public class HappenedAsText implements AttributeConverter<Set<Happened>, String> {
    @Override
    public String convertToDatabaseColumn(Set<Happened> happened) {
        var text = new StringBuilder();
        for (Happened one : Happened.values()) {
            if (happened.contains(one)) {
                text.append(one.letter());
            }
        }
        return text.toString();
    }

    @Override
    public Set<Happened> convertToEntityAttribute(String text) {
        var happened = EnumSet.noneOf(Happened.class);
        for (Happened one : Happened.values()) {
            if (text.contains(one.letter())) {
                happened.add(one);
            }
        }
        return Collections.unmodifiableSet(happened);
    }
}

package io.orderflow.order.domain;

import java.io.Serial;
import java.util.List;

/// Something of a wish is not to be had; each line that is to blame is named.
public final class NotForSale extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// What kind of trouble it is.
    public enum Kind {
        UNKNOWN_PRODUCT,
        SEVERAL_CURRENCIES
    }

    /// A line that is to blame.
    ///
    /// @param index    its place in the request, from 0
    /// @param sentence why, as the customer may read it
    public record Line(int index, String sentence) {}

    private final Kind kind;
    private final transient List<Line> lines;

    NotForSale(Kind kind, List<Line> lines) {
        super(kind + ": " + lines);
        this.kind = kind;
        this.lines = List.copyOf(lines);
    }

    public Kind kind() {
        return kind;
    }

    public List<Line> lines() {
        return lines;
    }
}

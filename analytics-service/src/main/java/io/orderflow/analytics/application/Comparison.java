package io.orderflow.analytics.application;

import io.orderflow.analytics.gateways.Owner;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of comparing figures with one owner.
///
/// @param owner       whose figures
/// @param unavailable why it could not be compared, in a few words; null where it was
/// @param figures     what was compared; empty where the owner was unavailable
public record Comparison(Owner owner, @Nullable String unavailable, List<Compared> figures) {
    /// Copies the list.
    public Comparison {
        figures = List.copyOf(figures);
    }

    /// How far two figures agree.
    public enum Verdict {
        /// They are the same.
        AGREES,
        /// They are not, and both stand still.
        DISAGREES,
        /// They are not, and one of them changed meanwhile: something is on its way.
        MOVING
    }

    /// One figure.
    ///
    /// @param figure what it counts, such as `orders DELIVERED`
    /// @param ours   what the facts that were heard amount to
    /// @param theirs what the owner counts
    public record Compared(String figure, BigDecimal ours, BigDecimal theirs, Verdict verdict) {
        /// What a discrepancy of it is about.
        String about(Owner owner) {
            return owner.label() + " " + figure;
        }
    }

    /// Whether all figures were compared and are the same.
    public boolean agrees() {
        return unavailable == null && figures.stream().allMatch(figure -> figure.verdict() == Verdict.AGREES);
    }
}

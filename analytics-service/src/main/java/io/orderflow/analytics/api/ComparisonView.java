package io.orderflow.analytics.api;

import io.orderflow.analytics.application.Comparison;
import io.orderflow.analytics.application.Comparison.Compared;
import io.orderflow.analytics.application.Comparison.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of comparing figures with their owners.
///
/// @param until  only orders made before were compared
/// @param agrees whether every figure of every owner was compared and is the same
record ComparisonView(Instant until, boolean agrees, List<OwnerView> owners) {
    static ComparisonView of(Instant until, List<Comparison> comparisons) {
        return new ComparisonView(
                until,
                comparisons.stream().allMatch(Comparison::agrees),
                comparisons.stream().map(OwnerView::of).toList());
    }

    /// One owner.
    ///
    /// @param outcome `agrees`, `disagrees` or `unavailable`
    /// @param reason  why it could not be compared; null where it was
    record OwnerView(String owner, String outcome, @Nullable String reason, List<FigureView> figures) {
        static OwnerView of(Comparison comparison) {
            String outcome = comparison.agrees() ? "agrees" : "disagrees";
            return new OwnerView(
                    comparison.owner().label(),
                    comparison.unavailable() == null ? outcome : "unavailable",
                    comparison.unavailable(),
                    comparison.figures().stream().map(FigureView::of).toList());
        }
    }

    /// One figure; numbers are decimal strings.
    ///
    /// @param moving whether one of two that differ changed while they were compared
    record FigureView(String figure, String ours, String theirs, boolean agrees, boolean moving) {
        static FigureView of(Compared compared) {
            return new FigureView(
                    compared.figure(),
                    compared.ours().toPlainString(),
                    compared.theirs().toPlainString(),
                    compared.verdict() == Verdict.AGREES,
                    compared.verdict() == Verdict.MOVING);
        }
    }
}

package io.orderflow.analytics.api;

import io.orderflow.analytics.gateways.SagaStatus;
import io.orderflow.analytics.gateways.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The summary as the operator reads it.
///
/// @param asOf        when it was made
/// @param since       where its window begins; null for everything
/// @param openRefunds for how many orders a refund was given up, so that a person must act
record SummaryView(
        Instant asOf,
        @Nullable Instant since,
        Map<SagaStatus, Long> orders,
        FunnelView funnel,
        List<RevenueView> revenue,
        Map<String, Long> failures,
        Map<String, Long> cancellations,
        long openRefunds,
        Summary.Steps stepMillis,
        Summary.Mail notifications,
        Map<String, Long> events) {
    static SummaryView of(Summary summary, Instant now) {
        return new SummaryView(
                now,
                summary.since().equals(Since.BEGINNING) ? null : summary.since(),
                summary.orders(),
                FunnelView.of(summary.funnel()),
                summary.revenue().stream().map(RevenueView::of).toList(),
                summary.failures(),
                summary.cancellations(),
                summary.openRefunds(),
                summary.steps(),
                summary.notifications(),
                summary.events());
    }

    /// How many orders came how far, and which part of the placed ones that is.
    record FunnelView(long placed, long paid, long deducted, long shipped, long delivered, Conversion conversion) {
        static FunnelView of(Summary.Funnel funnel) {
            return new FunnelView(
                    funnel.placed(),
                    funnel.paid(),
                    funnel.deducted(),
                    funnel.shipped(),
                    funnel.delivered(),
                    new Conversion(
                            part(funnel.paid(), funnel.placed()),
                            part(funnel.deducted(), funnel.placed()),
                            part(funnel.shipped(), funnel.placed()),
                            part(funnel.delivered(), funnel.placed())));
        }

        private static @Nullable Double part(long some, long all) {
            return all == 0 ? null : Math.round(10_000.0 * some / all) / 10_000.0;
        }
    }

    /// Parts of the placed orders, 0 to 1; null where none was placed.
    record Conversion(
            @Nullable Double paid,
            @Nullable Double deducted,
            @Nullable Double shipped,
            @Nullable Double delivered) {}

    /// Money in one currency; amounts are decimal strings.
    record RevenueView(String currency, String shipped, String captured, String refunded) {
        static RevenueView of(Summary.Revenue revenue) {
            int scale = Stream.of(revenue.shipped(), revenue.captured(), revenue.refunded())
                    .mapToInt(BigDecimal::scale)
                    .max()
                    .orElse(0);
            return new RevenueView(
                    revenue.currency(),
                    revenue.shipped().setScale(scale).toPlainString(),
                    revenue.captured().setScale(scale).toPlainString(),
                    revenue.refunded().setScale(scale).toPlainString());
        }
    }
}

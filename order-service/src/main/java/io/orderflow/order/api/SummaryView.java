package io.orderflow.order.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.events.Money;
import io.orderflow.order.domain.Figure;
import io.orderflow.order.domain.Obligation;
import io.orderflow.order.domain.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All orders in figures.
///
/// @param until    only orders placed before it are counted; absent for all
/// @param orders   how many there are
/// @param byStatus how many there are of each status
/// @param owed     how many owe each obligation
/// @param totals   what they come to, by status and currency
@JsonInclude(JsonInclude.Include.NON_NULL)
record SummaryView(
        @Nullable Instant until,
        long orders,
        Map<OrderStatus, Long> byStatus,
        Map<Obligation, Long> owed,
        List<Total> totals) {
    /// What the orders of a status in a currency come to.
    record Total(OrderStatus status, long orders, Amount total) {}

    private record Kind(OrderStatus status, String currency) {}

    static SummaryView of(@Nullable Instant until, List<Figure> figures) {
        return new SummaryView(
                until,
                count(figures, Figure::orders),
                each(
                        OrderStatus.values(),
                        status -> count(figures, figure -> figure.status() == status ? figure.orders() : 0)),
                each(Obligation.values(), owed -> count(figures, figure -> figure.owing(owed))),
                totals(figures));
    }

    private static List<Total> totals(List<Figure> figures) {
        return figures.stream()
                .collect(Collectors.groupingBy(figure -> new Kind(figure.status(), figure.currency())))
                .entrySet()
                .stream()
                .map(kind -> total(kind.getKey(), kind.getValue()))
                .sorted((one, other) -> one.status() == other.status()
                        ? one.total().currency().compareTo(other.total().currency())
                        : one.status().compareTo(other.status()))
                .toList();
    }

    private static Total total(Kind kind, List<Figure> figures) {
        BigDecimal sum = figures.stream().map(Figure::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Total(kind.status(), count(figures, Figure::orders), Amount.of(new Money(kind.currency(), sum)));
    }

    private static long count(List<Figure> figures, ToLongFunction<Figure> orders) {
        return figures.stream().mapToLong(orders).sum();
    }

    private static <K> Map<K, Long> each(K[] keys, Function<K, Long> value) {
        return Arrays.stream(keys).collect(Collectors.toMap(key -> key, value, Long::sum, TreeMap::new));
    }
}

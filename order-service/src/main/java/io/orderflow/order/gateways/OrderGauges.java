package io.orderflow.order.gateways;

import io.orderflow.messaging.meters.Sampled;
import io.orderflow.messaging.meters.Samples;
import io.orderflow.order.domain.Obligation;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// How many orders are open and stuck, and what is owed, as whoever scrapes sees it.
@Component
class OrderGauges {
    OrderGauges(Samples samples, OpenOrders openOrders) {
        Sampled<OpenOrders.Figures> figures = samples.of("orders", openOrders::figures)
                .gauge("orderflow.orders.open", "Orders neither shipped nor at an end", OpenOrders.Figures::open)
                .gauge(
                        "orderflow.orders.stuck",
                        "Those past their deadline, or said again as often as is set",
                        OpenOrders.Figures::stuck);
        for (Obligation obligation : Obligation.values()) {
            figures.gauge(
                    "orderflow.obligations.open",
                    "Orders that owe something, by obligation",
                    seen -> seen.owing(obligation),
                    "obligation",
                    obligation.name().toLowerCase(Locale.ROOT));
        }
    }
}

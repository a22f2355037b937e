package io.orderflow.analytics.api;

import io.orderflow.analytics.gateways.Saga;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Some sagas, the newest first.
///
/// @param next what to ask for `after` to go on; null at the end
record SagaPage(List<SagaView> sagas, @Nullable UUID next) {
    /// @param found one more than fit on the page, if there are more
    static SagaPage of(List<Saga> found, int limit) {
        var page = found.stream().limit(limit).map(SagaView::of).toList();
        return new SagaPage(page, found.size() > limit ? page.getLast().orderId() : null);
    }
}

package io.orderflow.analytics.api;

import io.orderflow.analytics.gateways.EventLog;
import io.orderflow.analytics.gateways.SagaStatus;
import io.orderflow.analytics.gateways.Sagas;
import io.orderflow.messaging.web.Refusal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /sagas` and `GET /sagas/{orderId}`, for the operator.
@RestController
class SagaController {
    private final Sagas sagas;
    private final EventLog log;

    SagaController(Sagas sagas, EventLog log) {
        this.sagas = sagas;
        this.log = log;
    }

    @GetMapping("/sagas")
    SagaPage sagas(
            @RequestParam(required = false) @Nullable SagaStatus status,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return SagaPage.of(sagas.newest(status, after, limit + 1), limit);
    }

    @GetMapping("/sagas/{orderId}")
    StoryView saga(@PathVariable UUID orderId) {
        return sagas.find(orderId)
                .map(saga -> StoryView.of(saga, log.of(orderId)))
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "saga-not-found",
                        "Saga not found",
                        "Nothing was heard of order " + orderId + "."));
    }
}

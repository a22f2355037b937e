package io.orderflow.analytics.gateways;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.EventTypes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The facts of an order, read back from the log. What is personal was not kept, and is null in them.
@Repository
public class KeptFacts {
    private final JdbcClient jdbc;
    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    KeptFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Everything that was heard of an order, in no order; what was said again is there again. Types that this version
    /// of the service does not know are passed over.
    public List<AboutOrder> of(UUID orderId) {
        return jdbc
                .sql("select type, body from event_log where order_id = :orderId")
                .param("orderId", orderId)
                .query((row, _) -> fact(row.getString("type"), row.getString("body")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<AboutOrder> fact(String type, String body) {
        return Optional.ofNullable(EventTypes.byKey().get(type))
                .map(known -> mapper.readValue(body, known))
                .filter(AboutOrder.class::isInstance)
                .map(AboutOrder.class::cast);
    }
}

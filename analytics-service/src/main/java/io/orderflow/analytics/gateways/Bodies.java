package io.orderflow.analytics.gateways;

import io.orderflow.events.Fact;
import io.orderflow.messaging.wire.FactJson;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The bodies of facts as the log keeps them: as on the wire, without personal data.
@Component
class Bodies {
    private final FactJson json;
    private final JsonMapper mapper;

    Bodies(FactJson json, JsonMapper mapper) {
        this.json = json;
        this.mapper = mapper;
    }

    String of(Fact fact) {
        byte[] body = json.write(fact);
        if (!PersonalData.isIn(fact.getClass())) {
            return new String(body, StandardCharsets.UTF_8);
        }
        var tree = (ObjectNode) mapper.readTree(body);
        PersonalData.removeFrom(tree, fact.getClass());
        return mapper.writeValueAsString(tree);
    }
}

package io.orderflow.analytics.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.analytics.Story;
import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.events.OrderCreated;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.Personal;
import io.orderflow.messaging.wire.FactJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PersonalDataTest {
    private static final UUID ORDER = UUID.fromString("0198c5a1-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.120Z");

    private record Person(@Personal String name, String language) {}

    private record Parcel(Person receiver, int grams) {}

    private record Shipment(
            @Personal Person sender,
            List<Parcel> parcels,
            Map<String, Person> drivers,
            Person[] helpers,
            String carrier) {}

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final FactJson wire = new FactJson();
    private final Bodies bodies = new Bodies(wire, mapper);

    @Test
    void what_is_marked_is_removed_at_any_depth() {
        var ada = new Person("Ada", "en");
        var tree = mapper.valueToTree(new Shipment(
                ada, List.of(new Parcel(ada, 1), new Parcel(ada, 2)), Map.of("d", ada), new Person[] {ada}, "C"));

        PersonalData.removeFrom(tree, Shipment.class);

        assertThat(tree).isEqualTo(mapper.readTree("""
                {"parcels":[{"receiver":{"language":"en"},"grams":1},{"receiver":{"language":"en"},"grams":2}],
                 "drivers":{"d":{"language":"en"}},"helpers":[{"language":"en"}],"carrier":"C"}"""));
    }

    @Test
    void what_is_absent_or_null_need_not_be_removed() {
        var tree = mapper.readTree("{\"parcels\":null,\"helpers\":[null]}");

        PersonalData.removeFrom(tree, Shipment.class);

        assertThat(tree).isEqualTo(mapper.readTree("{\"parcels\":null,\"helpers\":[null]}"));
    }

    @Test
    void an_order_is_kept_without_its_customer_and_address() {
        String kept = bodies.of(Story.created(ORDER, NOW, Story.TOTAL));

        assertThat(kept).doesNotContain("Ada", "ada@example.org", "London", "SW1Y");
        assertThat(mapper.readTree(kept)).isEqualTo(mapper.readTree("""
                {"orderId":"0198c5a1-0000-7000-8000-000000000001","occurredAt":"2026-03-01T12:00:00.120Z",
                 "payment":{"token":"tok_approved"},
                 "lines":[{"sku":"MUG-BLUE","quantity":2,"unitPrice":{"currency":"EUR","amount":"12.90"}}],
                 "total":{"currency":"EUR","amount":"25.80"}}"""));
    }

    @Test
    void what_holds_nothing_personal_is_kept_as_it_was_said() {
        Fact fact = new OrderShipped(ORDER, NOW, "Carrier", "T1");

        assertThat(bodies.of(fact)).isEqualTo(new String(wire.write(fact), StandardCharsets.UTF_8));
    }

    @Test
    void only_an_order_brings_personal_data_here() {
        assertThat(EventTypes.byKey().values()).filteredOn(PersonalData::isIn).containsExactly(OrderCreated.class);
    }
}

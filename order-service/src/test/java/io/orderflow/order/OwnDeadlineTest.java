package io.orderflow.order;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.order.Counter.request;
import static io.orderflow.order.Shop.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.OrderCancellationRequested;
import io.orderflow.messaging.test.FactsOnTheWire;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@WholeService
@TestPropertySource(properties = "orderflow.messaging.idle-poll=1h")
class OwnDeadlineTest {
    @Test
    void a_deadline_that_comes_before_the_next_look_is_not_missed(
            @Autowired FactsOnTheWire facts, @Autowired RestTestClient http) {
        Shop shop = Shop.open(facts, http);
        var placed = shop.counter()
                .place(request(shop.sells("MUG", euros("12.90")), 1).put("shipWithin", "PT1S"));

        UUID id = UUID.fromString(placed.text("/orderId"));
        eventually(() -> assertThat(facts.said(OrderCancellationRequested.class, id))
                .singleElement()
                .satisfies(heard -> assertThat(heard.fact().reason()).isEqualTo("deadline-passed")));
    }
}

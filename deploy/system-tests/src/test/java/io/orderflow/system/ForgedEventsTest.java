package io.orderflow.system;

import static io.orderflow.system.Broker.EVENTS;
import static io.orderflow.system.Shop.PLEASANT_STREET;
import static io.orderflow.system.Shop.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.orderflow.system.Shop.Line;
import io.orderflow.system.Shop.Placed;
import io.orderflow.system.Shop.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Shipping has fallen into wrong hands, which want a declined order delivered: they have all that its broker user may
/// do, and say in payment's name that the money is there. The broker itself refuses `v1.payment.processed` from it
/// ([BrokerPermissionsTest]); these are the ways around that, which no permission closes.
@ExtendWith(Orderflow.Running.class)
class ForgedEventsTest {
    private static final String PAID = "v1.payment.processed";
    private static final String OWN_KEY = "v1.shipping.cancelled";

    private final String run = UUID.randomUUID().toString();
    private final List<ParkedMessage> parked = new ArrayList<>();
    private Shop shop;

    @BeforeEach
    void enter(Orderflow orderflow) {
        shop = orderflow.shop();
    }

    @Test
    void nobody_takes_the_word_of_a_service_that_speaks_in_anothers_name() throws Exception {
        String sku = shop.listProduct("2.00", 10);
        Placed declined = shop.place("tok_declined", PLEASANT_STREET, new Line(sku, 1));
        shop.awaitStatus(declined, "FAILED");

        var broker = new Broker(shop);
        try (Connection shipping = broker.as("shipping");
                Connection admin = broker.as("admin")) {
            Channel forger = shipping.openChannel().orElseThrow();
            forger.confirmSelect();
            underItsOwnKey(forger, declined);
            byAnExchangeOfItsOwn(forger, declined);
            byTheDeathOfAMessage(forger, declined);

            Channel looker = admin.openChannel().orElseThrow();
            for (String way : List.of("own key", "own exchange", "death")) {
                eventually(() -> assertThat(parkedAtInventory(looker, way)).isTrue());
            }
            shop.awaitShipped(shop.place(Wish.of(new Line(sku, 1))));
            eventually(() -> assertThat(shop.onHand(sku)).isEqualTo(9));
            assertThat(shop.order(declined).path("status").asString()).isEqualTo("FAILED");
            assertThat(shop.moved(declined)).isEmpty();
            forger.queueDelete("shipping.forgery");
            forger.exchangeUnbind(EVENTS, "shipping", PAID);
            ParkedMessage.take(looker, this::isOurs);
        }
    }

    private void underItsOwnKey(Channel forger, Placed order) throws Exception {
        forger.basicPublish(EVENTS, OWN_KEY, properties("own key").build(), paid(order));
        forger.waitForConfirmsOrDie(20_000);
    }

    private void byAnExchangeOfItsOwn(Channel forger, Placed order) throws Exception {
        forger.exchangeBind(EVENTS, "shipping", PAID);
        forger.basicPublish("shipping", PAID, properties("own exchange").build(), paid(order));
        forger.waitForConfirmsOrDie(20_000);
    }

    private void byTheDeathOfAMessage(Channel forger, Placed order) throws Exception {
        forger.queueDeclare(
                "shipping.forgery",
                true,
                false,
                false,
                Map.of("x-dead-letter-exchange", EVENTS, "x-dead-letter-routing-key", PAID));
        forger.queueBind("shipping.forgery", "shipping", "forgery");
        forger.basicPublish(
                "shipping", "forgery", properties("death").expiration("1").build(), paid(order));
        forger.waitForConfirmsOrDie(20_000);
    }

    private AMQP.BasicProperties.Builder properties(String way) {
        return new AMQP.BasicProperties.Builder()
                .messageId(UUID.randomUUID().toString())
                .type(PAID)
                .appId("payment")
                .contentType("application/json")
                .deliveryMode(2)
                .headers(Map.of("attempt", 1, ParkedMessage.MARK, run + "/" + way));
    }

    private static byte[] paid(Placed order) {
        return """
                {"orderId":"%s","occurredAt":"2026-03-14T09:26:53.589Z","providerReference":"ch_FORGED",
                 "amount":{"currency":"EUR","amount":"%s"}}""".formatted(order.orderId(), order.total()).getBytes(UTF_8);
    }

    private boolean parkedAtInventory(Channel looker, String way) {
        try {
            parked.addAll(ParkedMessage.take(looker, this::isOurs));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return parked.stream()
                .anyMatch(one -> one.service().equals("inventory") && one.mark().endsWith("/" + way));
    }

    private boolean isOurs(String mark) {
        return mark.startsWith(run);
    }
}

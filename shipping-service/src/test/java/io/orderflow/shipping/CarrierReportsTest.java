package io.orderflow.shipping;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.shipping.domain.ShipmentFixtures.LONDON;
import static io.orderflow.shipping.domain.ShipmentFixtures.inventoryUpdated;
import static io.orderflow.shipping.domain.ShipmentFixtures.orderCreated;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.OrderDelivered;
import io.orderflow.events.OrderShipped;
import io.orderflow.events.ShippingFact;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.shipping.gateways.CarrierSignature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/// What carriers report, `POST /carrier/deliveries`, with every answer that there is.
@ShippingTest
class CarrierReportsTest {
    private static final Instant AT = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private RestTestClient http;

    private final CarrierSignature signature = CarrierSignature.withSecret(ShippingTest.SECRET);
    private final UUID order = Ids.next();

    @Test
    void a_delivery_that_is_reported_is_said_once_and_the_first_time_stands() {
        OrderShipped shipped = aShippedOrder();
        var report = signed(notice(shipped.trackingNumber(), AT));

        send(report).expectStatus().isNoContent().expectBody().isEmpty();
        send(report).expectStatus().isNoContent();
        send(signed(notice(shipped.trackingNumber(), AT.plusSeconds(1))))
                .expectStatus()
                .isNoContent();
        facts.arrive(orderCreated(order, LONDON)); // and said again, after everything that was said before

        var delivered = new OrderDelivered(order, AT, shipped.carrier(), shipped.trackingNumber());
        eventually(() ->
                assertThat(said()).extracting(Heard::fact).containsExactly(shipped, delivered, shipped, delivered));
    }

    @Test
    void the_body_is_taken_exactly_as_it_was_signed() {
        OrderShipped shipped = aShippedOrder();
        String body = "\r\n {\"deliveredAt\" :\t\"" + AT + "\",\"trackingNumber\":\"\\u0053"
                + shipped.trackingNumber().substring(1) + "\"}  \n";

        send(signed(body)).expectStatus().isNoContent();

        eventually(() -> assertThat(said()).hasSize(2));
    }

    @Test
    void a_signature_for_another_body_is_refused() {
        OrderShipped shipped = aShippedOrder();
        var report = signed(notice(shipped.trackingNumber(), AT));

        refused(new Report(report.id, report.time, report.signature, report.body + " "));
        refused(new Report(report.id, report.time, report.signature, ""));
        refused(new Report("msg_2", report.time, report.signature, report.body));
        refused(new Report(report.id, report.time + 1, report.signature, report.body));
        refused(new Report(report.id, report.time, "v1,", report.body));

        send(report).expectStatus().isNoContent();
    }

    @Test
    void a_signature_with_another_secret_is_refused() {
        var stranger = CarrierSignature.withSecret("a secret that only strangers know");
        String body = notice("T1", AT);
        long now = Instant.now().getEpochSecond();

        refused(new Report("msg_1", now, stranger.sign("msg_1", String.valueOf(now), body.getBytes(UTF_8)), body));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 3600})
    void a_signature_of_another_time_is_refused(long seconds) {
        refused(signed(notice("T1", AT), Instant.now().plusSeconds(seconds).getEpochSecond()));
    }

    @Test
    void a_report_without_a_signature_is_refused() {
        http.post()
                .uri("/carrier/deliveries")
                .contentType(MediaType.APPLICATION_JSON)
                .body(notice("T1", AT))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Standard-Webhooks");
        http.get().uri("/carrier/deliveries").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void a_tracking_number_that_nobody_knows_is_not_found() {
        send(signed(notice("T1", AT)))
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/no-such-tracking-number");
    }

    @Test
    void a_delivery_in_the_future_is_refused() {
        malformed(notice("T1", Instant.now().plusSeconds(60)), "deliveredAt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"deliveredAt\":\"2026-03-01T12:00:00Z\"} | trackingNumber",
                "{\"trackingNumber\":\"\",\"deliveredAt\":\"2026-03-01T12:00:00Z\"} | trackingNumber",
                "{\"trackingNumber\":\"T\\u0000\",\"deliveredAt\":\"2026-03-01T12:00:00Z\"} | trackingNumber",
                "{\"trackingNumber\":\"T1\"} | deliveredAt",
                "{\"trackingNumber\":\"T1\",\"deliveredAt\":\"yesterday\"} | deliveredAt",
                "{\"trackingNumber\":\"T1\",\"deliveredAt\":\"-100000-03-01T12:00:00Z\"} | deliveredAt",
                "{\"trackingNumber\":\"T1\",\"deliveredAt\":\"2026-03-01T12:00:00Z\",\"by\":\"me\"} | by",
            })
    void a_report_that_is_not_in_order_is_refused(String body, String field) {
        malformed(body, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null"})
    void what_is_no_report_is_refused(String body) {
        send(signed(body)).expectStatus().isBadRequest();
    }

    @Test
    void what_is_no_json_is_refused_unread() {
        http.post()
                .uri("/carrier/deliveries")
                .contentType(MediaType.TEXT_PLAIN)
                .body("delivered")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void what_is_too_large_is_not_read() {
        send(signed(" ".repeat(70_000))).expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    private record Report(String id, long time, String signature, String body) {}

    private OrderShipped aShippedOrder() {
        facts.arrive(orderCreated(order, LONDON), inventoryUpdated(order));
        eventually(() -> assertThat(said()).hasSize(1));
        return (OrderShipped) said().getFirst().fact();
    }

    private static String notice(String trackingNumber, Instant deliveredAt) {
        return "{\"trackingNumber\":\"" + trackingNumber + "\",\"deliveredAt\":\"" + deliveredAt + "\"}";
    }

    private Report signed(String body) {
        return signed(body, Instant.now().getEpochSecond());
    }

    private Report signed(String body, long time) {
        return new Report("msg_1", time, signature.sign("msg_1", String.valueOf(time), body.getBytes(UTF_8)), body);
    }

    private RestTestClient.ResponseSpec send(Report report) {
        return http.post()
                .uri("/carrier/deliveries")
                .contentType(MediaType.APPLICATION_JSON)
                .header("webhook-id", report.id)
                .header("webhook-timestamp", String.valueOf(report.time))
                .header("webhook-signature", report.signature)
                .body(report.body.getBytes(UTF_8))
                .exchange();
    }

    private void refused(Report report) {
        send(report)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/wrong-signature");
    }

    private void malformed(String body, String field) {
        send(signed(body))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private List<Heard<ShippingFact>> said() {
        return facts.said(ShippingFact.class, order);
    }
}

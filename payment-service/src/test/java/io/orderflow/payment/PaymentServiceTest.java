package io.orderflow.payment;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.payment.domain.PaymentFixtures.TOTAL;
import static io.orderflow.payment.domain.PaymentFixtures.orderCreated;
import static io.orderflow.payment.domain.PaymentFixtures.outOfStock;
import static io.orderflow.payment.domain.PaymentFixtures.shippingFailed;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.PaymentFact;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import io.orderflow.payment.gateways.simulator.Ledger;
import io.orderflow.payment.gateways.simulator.LedgerEntry;
import io.orderflow.payment.gateways.simulator.LedgerEntry.Kind;
import io.orderflow.payment.gateways.simulator.LedgerRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
@TestPropertySource(properties = "orderflow.payment.simulator.slow=200ms")
class PaymentServiceTest {
    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private Ledger ledger;

    @Autowired
    private RestTestClient http;

    private final UUID order = Ids.next();

    @ParameterizedTest
    @ValueSource(strings = {"tok_approved", "tok_slow", "tok_timeout_before", "tok_timeout_after", "tok_error_500"})
    void a_good_card_is_captured_once_whatever_the_provider_does(String token) {
        var created = facts.arrive(orderCreated(order, token));

        eventually(() -> assertThat(said()).singleElement().satisfies(heard -> {
            assertThat(heard.fact()).isInstanceOf(PaymentProcessed.class);
            assertThat(heard.envelope().causationId()).isEqualTo(created.getFirst());
        }));
        assertThat(ledger()).containsExactly(Kind.CAPTURE);
    }

    @ParameterizedTest
    @CsvSource({
        "tok_declined, card-declined",
        "tok_insufficient_funds, insufficient-funds",
        "tok_visa, unknown-token",
    })
    void a_bad_card_fails_the_payment_and_moves_no_money(String token, String reason) {
        facts.arrive(orderCreated(order, token));

        eventually(() -> assertThat(said()).singleElement().satisfies(heard -> {
            assertThat(heard.fact()).isInstanceOfSatisfying(PaymentFailed.class, failed -> {
                assertThat(failed.reason()).isEqualTo(reason);
                assertThat(failed.amount()).isEqualTo(TOTAL);
            });
        }));
        assertThat(ledger()).containsExactly(Kind.DECLINE);
    }

    @Test
    void the_same_message_again_and_the_same_order_under_another_id_are_charged_once() {
        var created = facts.arrive(orderCreated(order, "tok_approved"));
        eventually(() -> assertThat(said()).hasSize(1));

        created.forEach(facts::arriveAgain);
        facts.arrive(orderCreated(order, "tok_approved"));

        eventually(() -> assertThat(said())
                .hasSize(2)
                .extracting(Heard::fact)
                .allMatch(said().getFirst().fact()::equals));
        assertThat(ledger()).containsExactly(Kind.CAPTURE);
    }

    @Test
    void money_for_an_order_that_failed_goes_back_once_whatever_number_of_causes() {
        facts.arrive(orderCreated(order, "tok_approved"));
        eventually(() -> assertThat(said()).hasSize(1));

        var failed = facts.arrive(outOfStock(order));
        eventually(() -> assertThat(said()).hasSize(2));
        facts.arrive(outOfStock(order), shippingFailed(order), orderCreated(order, "tok_approved"));

        eventually(() -> assertThat(said()).hasSize(3));
        assertThat(said(PaymentRefunded.class)).hasSize(2).allSatisfy(heard -> {
            assertThat(heard.fact())
                    .isEqualTo(said(PaymentRefunded.class).getFirst().fact());
            assertThat(heard.fact().amount()).isEqualTo(TOTAL);
            assertThat(heard.fact().reason()).isEqualTo("out-of-stock");
        });
        assertThat(said(PaymentRefunded.class).getFirst().envelope().causationId())
                .isEqualTo(failed.getFirst());
        assertThat(ledger()).containsExactly(Kind.CAPTURE, Kind.REFUND);
    }

    @Test
    void an_order_that_fails_while_its_charge_is_open_gets_its_money_back() {
        facts.arrive(orderCreated(order, "tok_slow"), outOfStock(order));

        eventually(() -> assertThat(said()).hasSize(2));
        assertThat(said().getFirst().fact()).isInstanceOf(PaymentProcessed.class);
        assertThat(said().getLast().fact()).isInstanceOf(PaymentRefunded.class);
        assertThat(ledger()).containsExactly(Kind.CAPTURE, Kind.REFUND);
    }

    @Test
    void after_a_time_out_the_provider_is_first_asked_what_it_knows() {
        facts.arrive(orderCreated(order, "tok_timeout_after"));

        eventually(() -> assertThat(said()).hasSize(1));
        assertThat(ledger.requestsOf(order)).extracting(LedgerRequest::answer).containsExactly("time-out");
    }

    @Test
    void an_order_that_failed_before_it_was_heard_of_is_never_charged() {
        facts.arrive(outOfStock(order));
        eventually(() -> assertThat(state()).isEqualTo("AWAITING_ORDER"));

        facts.arrive(orderCreated(order, "tok_approved"));

        eventually(() -> assertThat(said())
                .singleElement()
                .satisfies(heard -> assertThat(heard.fact()).isInstanceOf(PaymentFailed.class)));
        assertThat(ledger()).isEmpty();
    }

    @Test
    void the_operator_sees_payments_and_the_providers_ledger_and_nobody_else_does() {
        facts.arrive(orderCreated(order, "tok_timeout_before"));
        eventually(() -> assertThat(said()).hasSize(1));

        asOperator("/payments/" + order)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("CAPTURED")
                .jsonPath("$.amount")
                .isEqualTo("25.80")
                .jsonPath("$.token")
                .doesNotExist();
        asOperator("/simulator/ledger?orderId=" + order)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.entries.length()")
                .isEqualTo(1)
                .jsonPath("$.entries[0].amount")
                .isEqualTo("25.80")
                .jsonPath("$.requests[0].answer")
                .isEqualTo("time-out")
                .jsonPath("$.requests[1].answer")
                .isEqualTo("CAPTURE");
        asOperator("/simulator/ledger/summary")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.sums[0].currency")
                .isEqualTo("EUR");
        asOperator("/payments/" + UUID.randomUUID())
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/payment-not-found");
        asOperator("/payments/nonsense").expectStatus().isBadRequest();
        for (String path : List.of("/payments/" + order, "/simulator/ledger?orderId=" + order)) {
            http.get().uri(path).exchange().expectStatus().isEqualTo(HttpStatus.UNAUTHORIZED);
        }
    }

    private List<Heard<PaymentFact>> said() {
        return said(PaymentFact.class);
    }

    private <F extends PaymentFact> List<Heard<F>> said(Class<F> type) {
        return facts.said(type, order);
    }

    private List<Kind> ledger() {
        return ledger.entriesOf(order).stream().map(LedgerEntry::kind).toList();
    }

    private String state() {
        var body = asOperator("/payments/" + order).expectBody(String.class).returnResult();
        return String.valueOf(body.getResponseBody()).replaceAll(".*\"state\":\"([A-Z_]+)\".*", "$1");
    }

    private RestTestClient.ResponseSpec asOperator(String path) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBasicAuth("operator", "test"))
                .exchange();
    }
}

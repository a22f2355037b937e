package io.orderflow.payment;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.payment.domain.PaymentFixtures.TOTAL;
import static io.orderflow.payment.domain.PaymentFixtures.orderCreated;
import static io.orderflow.payment.domain.PaymentFixtures.outOfStock;
import static io.orderflow.payment.domain.PaymentFixtures.shippingCancelled;
import static io.orderflow.payment.domain.PaymentFixtures.shippingFailed;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Fact;
import io.orderflow.events.PaymentFact;
import io.orderflow.events.PaymentFailed;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.events.PaymentVoided;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import io.orderflow.payment.gateways.simulator.Ledger;
import io.orderflow.payment.gateways.simulator.LedgerEntry;
import io.orderflow.payment.gateways.simulator.LedgerEntry.Kind;
import io.orderflow.payment.gateways.simulator.LedgerRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private JdbcClient jdbc;

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

        eventually(() -> assertThat(said()).hasSize(4));
        assertThat(said(PaymentProcessed.class))
                .hasSize(2)
                .extracting(Heard::fact)
                .allMatch(said().getFirst().fact()::equals);
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
        facts.arrive(orderCreated(order, "tok_slow"));
        eventually(() -> assertThat(onFile()).containsEntry("attempts", 1));

        facts.arrive(outOfStock(order));

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

    @ParameterizedTest
    @ValueSource(strings = {"tok_timeout_before", "tok_timeout_after", "tok_error_500"})
    void an_order_that_is_cancelled_while_its_charge_is_unknown_is_charged_and_refunded_once(String token) {
        facts.arrive(orderCreated(order, token));
        eventually(() -> assertThat(ledger.requestsOf(order)).isNotEmpty());

        facts.arrive(shippingCancelled(order));

        eventually(() -> assertThat(said()).hasSize(2));
        assertThat(said().getFirst().fact()).isInstanceOf(PaymentProcessed.class);
        assertThat(said().getLast().fact()).isInstanceOf(PaymentRefunded.class);
        assertThat(ledger()).containsExactly(Kind.CAPTURE, Kind.REFUND);
    }

    @Test
    void an_order_that_is_cancelled_before_it_was_heard_of_is_void_and_the_provider_is_never_asked() {
        facts.arrive(shippingCancelled(order));
        eventually(() -> assertThat(said()).hasSize(1));

        facts.arrive(orderCreated(order, "tok_approved"));

        eventually(() -> assertThat(said())
                .hasSize(2)
                .extracting(Heard::fact)
                .allSatisfy(fact -> assertThat(fact).isInstanceOfSatisfying(PaymentVoided.class, voided -> {
                    assertThat(voided.reason()).isEqualTo("requested-by-customer");
                    assertThat(voided).isEqualTo(said().getFirst().fact());
                })));
        assertThat(onFile()).containsEntry("state", "VOIDED").containsEntry("amount", null);
        assertThat(ledger.requestsOf(order)).isEmpty();
    }

    @Test
    void an_order_that_is_called_off_before_the_first_try_is_void_and_the_provider_is_never_asked() {
        facts.arrive(); // waits until the service is at work
        jdbc.sql("""
                insert into payment (order_id, state, currency, amount, token, call_off_reason, call_off_cause, due_at)
                values (?, 'CHARGING', 'EUR', 25.80, 'tok_approved', 'requested-by-customer', ?, now())""").params(order, Ids.next().toString()).update();

        eventually(() -> assertThat(said())
                .singleElement()
                .satisfies(heard -> assertThat(heard.fact()).isInstanceOf(PaymentVoided.class)));
        assertThat(ledger.requestsOf(order)).isEmpty();
    }

    @Test
    void a_busy_provider_is_asked_again_and_charges_once() {
        facts.arrive(orderCreated(order, "tok_busy"));

        eventually(() -> assertThat(said(PaymentProcessed.class)).hasSize(1));
        assertThat(ledger.requestsOf(order))
                .extracting(LedgerRequest::answer)
                .containsExactly("busy", "busy", "CAPTURE");
        assertThat(ledger()).containsExactly(Kind.CAPTURE);
    }

    @Test
    void an_order_that_is_called_off_while_the_provider_is_busy_is_never_charged() {
        facts.arrive(orderCreated(order, "tok_busy"));
        eventually(() -> assertThat(ledger.requestsOf(order)).isNotEmpty());

        facts.arrive(shippingCancelled(order));

        eventually(() -> assertThat(said())
                .singleElement()
                .satisfies(heard -> assertThat(heard.fact()).isInstanceOf(PaymentVoided.class)));
        assertThat(ledger.requestsOf(order)).extracting(LedgerRequest::answer).containsOnly("busy");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void a_refund_of_which_the_answer_was_lost_is_made_once() {
        facts.arrive(orderCreated(order, "tok_refund_timeout_after"));
        eventually(() -> assertThat(said()).hasSize(1));

        facts.arrive(outOfStock(order));

        eventually(() -> assertThat(said(PaymentRefunded.class)).hasSize(1));
        assertThat(ledger()).containsExactly(Kind.CAPTURE, Kind.REFUND);
        assertThat(ledger.requestsOf(order)).extracting(LedgerRequest::answer).containsExactly("CAPTURE", "time-out");
    }

    @Test
    void facts_of_one_new_order_that_come_at_once_again_and_again_are_one_payment() {
        var orders = Stream.generate(Ids::next).limit(40).toList();
        var all = new ArrayList<Fact>();
        for (UUID each : orders) {
            all.addAll(List.of(shippingCancelled(each), orderCreated(each, "tok_approved"), outOfStock(each)));
        }
        Collections.shuffle(all, new Random(7));

        facts.arrive(all.toArray(Fact[]::new));

        for (UUID each : orders) {
            eventually(() -> assertThat(onFile(each).get("state")).isIn("VOIDED", "REFUNDED"));
        }
        assertThat(facts.parked()).isEmpty();
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

    private Map<String, Object> onFile() {
        return onFile(order);
    }

    private Map<String, Object> onFile(UUID orderId) {
        var found = asOperator("/payments/" + orderId)
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult();
        return Objects.requireNonNull(found.getResponseBody());
    }

    private RestTestClient.ResponseSpec asOperator(String path) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBasicAuth("operator", "test"))
                .exchange();
    }
}

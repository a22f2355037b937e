package io.orderflow.payment;

import static io.orderflow.messaging.test.Eventually.eventually;
import static io.orderflow.payment.domain.PaymentFixtures.orderCreated;
import static io.orderflow.payment.domain.PaymentFixtures.outOfStock;
import static io.orderflow.payment.domain.PaymentFixtures.shippingCancelled;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;

import io.orderflow.events.PaymentFact;
import io.orderflow.events.PaymentProcessed;
import io.orderflow.events.PaymentRefundFailed;
import io.orderflow.events.PaymentRefunded;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.Ids;
import io.orderflow.messaging.test.FactsOnTheWire;
import io.orderflow.messaging.test.ServiceTest;
import io.orderflow.payment.gateways.OutcomeUnknown;
import io.orderflow.payment.gateways.PaymentProvider;
import io.orderflow.payment.gateways.simulator.Ledger;
import io.orderflow.payment.gateways.simulator.LedgerEntry;
import io.orderflow.payment.gateways.simulator.LedgerEntry.Kind;
import io.orderflow.payment.gateways.simulator.LedgerRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
@TestPropertySource(properties = "orderflow.payment.refund-attempts=1")
class FailedRefundTest {
    private static final String BY_TRANSFER = """
            {"reference": "transfer 17", "note": "to the account that the customer named on the telephone"}""";

    @Autowired
    private FactsOnTheWire facts;

    @Autowired
    private Ledger ledger;

    @Autowired
    private RestTestClient http;

    @MockitoSpyBean
    private PaymentProvider provider;

    private final UUID order = Ids.next();

    @Test
    void a_refused_refund_waits_for_a_person_and_is_made_under_a_second_key() {
        aFailedRefund("tok_refund_refused", "account-closed");

        retry().expectStatus()
                .isEqualTo(HttpStatus.ACCEPTED)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("REFUNDING");

        eventually(() -> assertThat(said(PaymentRefunded.class)).hasSize(1));
        assertThat(ledger()).containsExactly(Kind.CAPTURE, Kind.REFUND_REFUSED, Kind.REFUND);
        assertThat(refundKeys()).hasSize(2);
        assertThat(onFile("$.refundSequence")).isEqualTo("2");
    }

    @Test
    void a_refund_with_an_unknown_outcome_is_retried_with_the_same_key_however_often() {
        aFailedRefund("tok_refund_error", "provider-unavailable");
        for (int failed = 1; failed < 3; failed++) {
            int failures = failed + 1;
            retry().expectStatus().isEqualTo(HttpStatus.ACCEPTED);
            eventually(() -> assertThat(said(PaymentRefundFailed.class)).hasSize(failures));
        }

        retry().expectStatus().isEqualTo(HttpStatus.ACCEPTED);

        eventually(() -> assertThat(said(PaymentRefunded.class)).hasSize(1));
        assertThat(ledger()).containsExactly(Kind.CAPTURE, Kind.REFUND);
        assertThat(refundKeys()).hasSize(1);
        assertThat(ledger.requestsOf(order)).hasSize(5);
    }

    @Test
    void what_stands_is_repeated_when_the_order_asks_again() {
        aFailedRefund("tok_refund_refused", "account-closed");

        facts.arrive(orderCreated(order, "tok_refund_refused"));

        eventually(() -> assertThat(said(PaymentFact.class)).hasSize(4));
        assertThat(new HashSet<>(
                        said(PaymentFact.class).stream().map(Heard::fact).toList()))
                .hasSize(2);
    }

    @Test
    void a_refund_that_the_provider_made_in_silence_is_found_and_not_made_twice() {
        aFailedRefund("tok_refund_timeout_after", "provider-unavailable");
        String made = ledger.entriesOf(order).getLast().reference();

        for (int times = 0; times < 2; times++) {
            settle(BY_TRANSFER)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.settledBy")
                    .isEqualTo("PROVIDER")
                    .jsonPath("$.refundReference")
                    .isEqualTo(made);
        }

        eventually(() -> assertThat(said(PaymentRefunded.class))
                .singleElement()
                .satisfies(refunded ->
                        assertThat(refunded.fact().providerReference()).isEqualTo(made)));
        assertThat(ledger()).containsExactly(Kind.CAPTURE, Kind.REFUND);
    }

    @Test
    void a_person_settles_a_refund_and_is_answered_alike_when_asking_again() {
        var calledOff = aFailedRefund("tok_refund_error", "provider-unavailable");

        for (int times = 0; times < 2; times++) {
            settle(BY_TRANSFER)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.state")
                    .isEqualTo("REFUNDED")
                    .jsonPath("$.settledBy")
                    .isEqualTo("PERSON")
                    .jsonPath("$.refundReference")
                    .isEqualTo("transfer 17");
        }
        settle("{\"reference\": \"transfer 18\"}").expectStatus().isEqualTo(HttpStatus.CONFLICT);

        eventually(() -> assertThat(said(PaymentRefunded.class)).singleElement().satisfies(refunded -> {
            assertThat(refunded.fact().providerReference()).isEqualTo("transfer 17");
            assertThat(refunded.envelope().causationId()).isEqualTo(calledOff);
        }));
        assertThat(ledger()).containsExactly(Kind.CAPTURE);
        assertThat(onFile("$.state")).isEqualTo("REFUNDED");
    }

    @Test
    void who_did_what_and_when_is_kept() {
        aFailedRefund("tok_refund_error", "provider-unavailable");
        retry().expectStatus().isEqualTo(HttpStatus.ACCEPTED);
        eventually(() -> assertThat(said(PaymentRefundFailed.class)).hasSize(2));
        settle(BY_TRANSFER).expectStatus().isOk();

        look("/refund/actions")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(2)
                .jsonPath("$[0].what")
                .isEqualTo("RETRY")
                .jsonPath("$[0].who")
                .isEqualTo("operator")
                .jsonPath("$[1].what")
                .isEqualTo("SETTLEMENT")
                .jsonPath("$[1].reference")
                .isEqualTo("transfer 17")
                .jsonPath("$[1].note")
                .isNotEmpty()
                .jsonPath("$[1].at")
                .isNotEmpty();
    }

    @Test
    void two_people_who_settle_at_once_give_back_once() throws Exception {
        aFailedRefund("tok_refund_error", "provider-unavailable");
        var people = new ArrayList<Callable<Integer>>();
        for (int person = 0; person < 4; person++) {
            String body = "{\"reference\": \"transfer " + person + "\"}";
            people.add(() -> settle(body).returnResult(String.class).getStatus().value());
        }

        var answers = new ArrayList<Integer>();
        try (var atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : atOnce.invokeAll(people)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        eventually(() -> assertThat(said(PaymentRefunded.class)).hasSize(1));
    }

    @Test
    void while_the_provider_cannot_tell_nothing_is_settled() throws OutcomeUnknown {
        aFailedRefund("tok_refund_timeout_after", "provider-unavailable");
        doThrow(new OutcomeUnknown("time-out")).when(provider).find(any());

        settle(BY_TRANSFER)
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/provider-unavailable");

        assertThat(onFile("$.state")).isEqualTo("REFUND_FAILED");
        assertThat(said(PaymentRefunded.class)).isEmpty();
        look("/refund/actions").expectBody().jsonPath("$.length()").isEqualTo(0);
    }

    @Test
    void what_the_provider_told_before_another_try_is_not_relied_on() throws OutcomeUnknown {
        aFailedRefund("tok_refund_timeout_after", "provider-unavailable");
        doAnswer(_ -> {
                    retry().expectStatus().isEqualTo(HttpStatus.ACCEPTED);
                    eventually(() -> assertThat(said(PaymentRefundFailed.class)).hasSize(2));
                    return Optional.empty(); // true before that try, as far as the person knows
                })
                .doThrow(new OutcomeUnknown("time-out")) // for that try
                .doCallRealMethod()
                .when(provider)
                .find(any());

        settle(BY_TRANSFER)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.settledBy")
                .isEqualTo("PROVIDER");

        eventually(() -> assertThat(said(PaymentRefunded.class)).hasSize(1));
        assertThat(ledger()).containsExactly(Kind.CAPTURE, Kind.REFUND);
    }

    @Test
    void only_a_failed_refund_is_retried_or_settled() {
        facts.arrive(orderCreated(order, "tok_approved"));
        eventually(() -> assertThat(said(PaymentProcessed.class)).hasSize(1));

        for (var refused : List.of(retry(), settle(BY_TRANSFER))) {
            refused.expectStatus()
                    .isEqualTo(HttpStatus.CONFLICT)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/no-failed-refund")
                    .jsonPath("$.detail")
                    .isEqualTo("The payment of order " + order + " is CAPTURED: it has no failed refund.");
        }
    }

    @Test
    void an_order_of_which_nothing_was_heard_has_no_refund() {
        for (var refused : List.of(retry(), settle(BY_TRANSFER), look("/refund/actions"))) {
            refused.expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/payment-not-found");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                          | reference",
                "{\"reference\": \" \"}                      | reference",
                "{\"reference\": \"a\\u0000b\"}              | reference",
                "{\"reference\": \"t\", \"note\": \"a\\nb\"} | note",
                "{\"reference\": \"t\", \"amount\": \"1\"}   | amount",
                "{\"reference\": 17.5, \"note\": {}}         | note",
            })
    void a_settlement_that_is_not_well_formed_is_refused(String body, String field) {
        settle(body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void a_settlement_that_is_too_long_is_refused() {
        settle("{\"reference\": \"" + "x".repeat(101) + "\"}").expectStatus().isBadRequest();
        settle("{\"reference\": \"x\", \"note\": \"" + "x".repeat(501) + "\"}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void what_a_person_gave_back_stands_beside_the_books() {
        aFailedRefund("tok_refund_refused", "account-closed");
        BigDecimal before = settledElsewhere();

        settle(BY_TRANSFER).expectStatus().isOk();

        assertThat(settledElsewhere().subtract(before)).isEqualByComparingTo(onFile("$.amount"));
    }

    private BigDecimal settledElsewhere() {
        return euros(summary("/simulator/ledger/summary").path("settledElsewhere"), "amount");
    }

    private JsonNode summary(String path) {
        byte[] body = http.get()
                .uri(path)
                .headers(FailedRefundTest::asOperator)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(requireNonNull(body));
    }

    private static BigDecimal euros(JsonNode sums, String member) {
        return sums.valueStream()
                .filter(sum -> sum.path("currency").asString().equals("EUR"))
                .map(sum -> new BigDecimal(sum.path(member).asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void nobody_but_the_operator_acts_on_refunds() {
        for (String path : List.of("/refund/retry", "/refund/settlement")) {
            http.post()
                    .uri("/payments/" + order + path)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
    }

    /// @return the id of the event that called the order off
    private UUID aFailedRefund(String token, String reason) {
        facts.arrive(orderCreated(order, token));
        eventually(() -> assertThat(said(PaymentProcessed.class)).hasSize(1));
        UUID calledOff = facts.arrive(outOfStock(order)).getFirst();
        eventually(() -> assertThat(said(PaymentRefundFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.fact().reason()).isEqualTo(reason)));
        facts.arrive(shippingCancelled(order)); // too late to matter
        assertThat(onFile("$.refundFailure")).isEqualTo(reason);
        return calledOff;
    }

    private <F extends PaymentFact> List<Heard<F>> said(Class<F> type) {
        return facts.said(type, order);
    }

    private List<Kind> ledger() {
        return ledger.entriesOf(order).stream().map(LedgerEntry::kind).toList();
    }

    private List<UUID> refundKeys() {
        return ledger.requestsOf(order).stream()
                .filter(request -> request.kind().equals("refund"))
                .map(LedgerRequest::key)
                .distinct()
                .toList();
    }

    private String onFile(String path) {
        var value = new ArrayList<String>();
        look("").expectBody().jsonPath(path).value(found -> value.add(String.valueOf(found)));
        return value.getFirst();
    }

    private RestTestClient.ResponseSpec retry() {
        return http.post()
                .uri("/payments/" + order + "/refund/retry")
                .headers(FailedRefundTest::asOperator)
                .exchange();
    }

    private RestTestClient.ResponseSpec settle(String body) {
        return http.post()
                .uri("/payments/" + order + "/refund/settlement")
                .headers(FailedRefundTest::asOperator)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec look(String path) {
        return http.get()
                .uri("/payments/" + order + path)
                .headers(FailedRefundTest::asOperator)
                .exchange();
    }

    private static void asOperator(HttpHeaders headers) {
        headers.setBasicAuth("operator", "test");
    }
}

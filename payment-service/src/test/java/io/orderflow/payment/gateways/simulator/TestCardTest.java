package io.orderflow.payment.gateways.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCardTest {
    @ParameterizedTest
    @CsvSource({"tok_approved", "tok_slow"})
    void a_good_card_is_charged_and_the_caller_hears_of_it(String token) {
        assertThat(card(token).reply(0)).isEqualTo(new Reply.Capture(true));
    }

    @ParameterizedTest
    @CsvSource({"tok_declined, card-declined", "tok_insufficient_funds, insufficient-funds"})
    void a_bad_card_is_declined_with_its_reason(String token, String reason) {
        assertThat(card(token).reply(0)).isEqualTo(new Reply.Decline(reason));
        assertThat(card(token).reply(7)).isEqualTo(new Reply.Decline(reason));
    }

    @Test
    void a_time_out_before_charging_happens_once() {
        assertThat(TestCard.TIMEOUT_BEFORE.reply(0)).isEqualTo(new Reply.Nothing("time-out"));
        assertThat(TestCard.TIMEOUT_BEFORE.reply(1)).isEqualTo(new Reply.Capture(true));
    }

    @Test
    void a_time_out_after_charging_leaves_the_money_captured_and_the_caller_untold() {
        assertThat(TestCard.TIMEOUT_AFTER.reply(0)).isEqualTo(new Reply.Capture(false));
    }

    @Test
    void errors_end_after_two_calls() {
        assertThat(TestCard.ERROR_500.reply(0)).isEqualTo(new Reply.Nothing("error 500"));
        assertThat(TestCard.ERROR_500.reply(1)).isEqualTo(new Reply.Nothing("error 500"));
        assertThat(TestCard.ERROR_500.reply(2)).isEqualTo(new Reply.Capture(true));
    }

    @Test
    void a_token_that_is_no_test_card_is_not_known() {
        assertThat(TestCard.of("tok_visa")).isEmpty();
    }

    private static TestCard card(String token) {
        return TestCard.of(token).orElseThrow();
    }
}

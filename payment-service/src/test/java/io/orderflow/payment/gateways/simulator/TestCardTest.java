package io.orderflow.payment.gateways.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TestCardTest {
    @ParameterizedTest
    @CsvSource({"tok_approved", "tok_slow", "tok_refund_refused", "tok_refund_error", "tok_refund_timeout_after"})
    void a_good_card_is_charged_and_the_caller_hears_of_it(String token) {
        assertThat(card(token).charge(0)).isEqualTo(new Reply.Move(true));
    }

    @ParameterizedTest
    @CsvSource({"tok_declined, card-declined", "tok_insufficient_funds, insufficient-funds"})
    void a_bad_card_is_declined_with_its_reason(String token, String reason) {
        assertThat(card(token).charge(0)).isEqualTo(new Reply.Refuse(reason));
        assertThat(card(token).charge(7)).isEqualTo(new Reply.Refuse(reason));
    }

    @Test
    void a_time_out_before_charging_happens_once() {
        assertThat(TestCard.TIMEOUT_BEFORE.charge(0)).isEqualTo(new Reply.Nothing("time-out"));
        assertThat(TestCard.TIMEOUT_BEFORE.charge(1)).isEqualTo(new Reply.Move(true));
    }

    @Test
    void a_time_out_after_charging_leaves_the_money_captured_and_the_caller_untold() {
        assertThat(TestCard.TIMEOUT_AFTER.charge(0)).isEqualTo(new Reply.Move(false));
    }

    @Test
    void errors_end_after_two_calls() {
        assertThat(TestCard.ERROR_500.charge(0)).isEqualTo(new Reply.Nothing("error 500"));
        assertThat(TestCard.ERROR_500.charge(1)).isEqualTo(new Reply.Nothing("error 500"));
        assertThat(TestCard.ERROR_500.charge(2)).isEqualTo(new Reply.Move(true));
    }

    @Test
    void a_refund_may_be_refused_and_goes_through_after_that() {
        assertThat(TestCard.REFUND_REFUSED.refund(0, false)).isEqualTo(new Reply.Refuse("account-closed"));
        assertThat(TestCard.REFUND_REFUSED.refund(5, false)).isEqualTo(new Reply.Refuse("account-closed"));
        assertThat(TestCard.REFUND_REFUSED.refund(0, true)).isEqualTo(new Reply.Move(true));
    }

    @Test
    void errors_of_a_refund_end_after_three_calls() {
        for (int earlier = 0; earlier < 3; earlier++) {
            assertThat(TestCard.REFUND_ERROR.refund(earlier, false)).isEqualTo(new Reply.Nothing("error 500"));
        }
        assertThat(TestCard.REFUND_ERROR.refund(3, false)).isEqualTo(new Reply.Move(true));
    }

    @Test
    void a_time_out_after_refunding_leaves_the_money_back_and_the_caller_untold() {
        assertThat(TestCard.REFUND_TIMEOUT_AFTER.refund(0, false)).isEqualTo(new Reply.Move(false));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "REFUND_.*")
    void any_other_card_is_refunded_at_once(TestCard card) {
        assertThat(card.refund(0, false)).isEqualTo(new Reply.Move(true));
    }

    @Test
    void a_token_that_is_no_test_card_is_not_known() {
        assertThat(TestCard.of("tok_visa")).isEmpty();
    }

    private static TestCard card(String token) {
        return TestCard.of(token).orElseThrow();
    }
}

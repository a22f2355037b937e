package io.orderflow.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR | 25.80     | €25.80",
                "EUR | 1234567.8 | €1,234,567.8",
                "GBP | 0.05      | £0.05",
                "USD | 1200.00   | $1,200.00",
                "JPY | 1200      | ¥1,200",
                "CHF | 12.00     | CHF 12.00",
                "KWD | 1.250     | KWD 1.250"
            })
    void money_is_written_as_people_write_it(String currency, String amount, String written) {
        assertThat(Wording.of(new Money(currency, new BigDecimal(amount)))).isEqualTo(written);
    }

    @Test
    void a_reason_that_nobody_knows_is_still_a_sentence() {
        assertThat(Wording.why("meteor-strike")).isEqualTo("something went wrong on our side");
        assertThat(Wording.why("card-declined")).isEqualTo("your bank declined the card");
    }

    @Test
    void a_cancellation_says_for_whose_sake() {
        assertThat(Wording.cancelled("requested-by-customer")).contains("as you asked");
        assertThat(Wording.cancelled("requested-by-operator")).contains("we had to cancel");
        assertThat(Wording.cancelled("deadline-passed")).contains("took us too long");
        assertThat(Wording.cancelled("meteor-strike")).isEqualTo("your order is cancelled.");
    }
}

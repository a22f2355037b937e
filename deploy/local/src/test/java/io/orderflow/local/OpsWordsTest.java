package io.orderflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpsWordsTest {
    @Test
    void a_service_is_given_or_all_are_meant() {
        assertThat(parse("parked").service()).isEmpty();
        assertThat(parse("parked", "payment").service()).contains(Service.PAYMENT);
    }

    @Test
    void options_stand_wherever_one_likes() {
        assertThat(parse("replay", "--why", "it is mended", "order", "--rate", "5", "--all"))
                .isEqualTo(new OpsWords(
                        OpsWords.Verb.REPLAY,
                        Optional.of(Service.ORDER),
                        Optional.empty(),
                        Map.of("why", "it is mended", "rate", "5"),
                        Set.of("all")));
        assertThat(parse("edit", "order", "4711", "--body", "file.json", "--why", "a slip"))
                .isEqualTo(new OpsWords(
                        OpsWords.Verb.EDIT,
                        Optional.of(Service.ORDER),
                        Optional.of("4711"),
                        Map.of("body", "file.json", "why", "a slip"),
                        Set.of()));
        assertThat(parse("say-again", "order", "--type", "a,b", "--reader", "payment", "--why", "x")
                        .options())
                .containsEntry("reader", "payment");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    eat                                       | does not know 'eat'
                    parked nobody                             | There is no service 'nobody'
                    parked order more                         | can do nothing with 'more'
                    show order                                | wants a key
                    show                                      | wants a service
                    replay order 4711                         | Say why
                    replay order --why x                      | Say which
                    replay order 4711 --all --why x           | Say which
                    replay order --group g --all --why x      | Say which
                    replay order 4711 --rate 5 --why x        | --rate is for many
                    replay order --all --rate many --why x    | --rate wants a number
                    replay order --all --why                  | --why wants a value
                    replay order --all --why x --why y        | --why is given twice
                    edit order 4711 --why x                   | wants --body
                    pause order --rate 5 --why x              | does not know '--rate'
                    pause order                               | Say why
                    cancel order --why x                      | wants a replay's id
                    """)
    void words_that_make_no_sense_are_told_in_one_sentence(String words, String sentence) {
        assertThatThrownBy(() -> parse(words.split(" ")))
                .isInstanceOf(Usage.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void no_words_make_no_sense_either() {
        assertThatThrownBy(() -> OpsWords.parse(List.of()))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("parked, show, replay");
    }

    private static OpsWords parse(String... words) {
        return OpsWords.parse(List.of(words));
    }
}

package io.orderflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final List<String> NAMES = List.of("broker-kill", "poison");

    @Test
    void without_words_every_fault_is_struck_once_at_the_usual_rate() {
        var options = Options.parse(List.of(), NAMES);

        assertThat(options)
                .isEqualTo(new Options(
                        List.of(), Optional.empty(), OptionalLong.empty(), 15, Optional.empty(), false, false));
    }

    @Test
    void all_words_are_understood_and_minutes_imply_short_forms() {
        var options = Options.parse(
                List.of(
                        "--only",
                        "poison,broker-kill",
                        "--minutes",
                        "30",
                        "--seed",
                        "-7",
                        "--rate",
                        "8",
                        "--report",
                        "r.md"),
                NAMES);

        assertThat(options)
                .isEqualTo(new Options(
                        List.of("poison", "broker-kill"),
                        Optional.of(Duration.ofMinutes(30)),
                        OptionalLong.of(-7),
                        8,
                        Optional.of(Path.of("r.md")),
                        true,
                        false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fast | deploy/chaos does not know '--fast'; it knows",
                "--only sabotage | There is no fault 'sabotage'",
                "--only , | --only wants the names of faults",
                "--only | --only wants a value.",
                "--minutes 0 | --minutes wants a number from 1 to",
                "--minutes ten | --minutes wants a whole number, not 'ten'.",
                "--rate 0 | --rate wants a number from 1 to 1000.",
                "--seed 1.5 | --seed wants a whole number"
            })
    void words_that_make_no_sense_are_refused_in_a_sentence(String words, String sentence) {
        assertThatThrownBy(() -> Options.parse(List.of(words.split(" ")), NAMES))
                .isInstanceOf(Options.Wrong.class)
                .hasMessageStartingWith(sentence);
    }
}

package io.orderflow.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @TempDir
    Path root;

    @Test
    void without_words_it_is_the_long_form_at_25_a_second() {
        Options options = Options.parse(root);

        assertThat(options.shortForm()).isFalse();
        assertThat(options.baseline()).isFalse();
        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.seconds()).isEqualTo(20);
        assertThat(options.openSeconds()).isEqualTo(60);
        assertThat(options.idleSeconds()).isEqualTo(60);
        assertThat(options.rate()).isEqualTo(25);
        assertThat(options.report()).isEqualTo(root.resolve("target/bench"));
    }

    @Test
    void the_short_form_is_short_unless_more_is_asked_for() {
        assertThat(Options.parse(root, "--short").rounds()).isEqualTo(1);
        Options options = Options.parse(root, "--short", "--rounds", "2", "--seconds", "4", "--baseline");

        assertThat(options.rounds()).isEqualTo(2);
        assertThat(options.seconds()).isEqualTo(4);
        assertThat(options.baseline()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --fast                | deploy/bench does not know '--fast'
            --rounds              | --rounds wants a number from 1 to 100.
            --rounds 0            | --rounds wants a number from 1 to 100.
            --seconds 1           | --seconds wants a number from 2 to 3600.
            --rate x              | --rate wants a number from 1 to 10000.
            --rate -5             | --rate wants a number from 1 to 10000.
            --rate 99999999999    | --rate wants a number from 1 to 10000.
            --report              | --report wants a folder.
            --report --short      | --report wants a folder.
            --against nowhere     | --against wants a saved report.json, and nowhere cannot be read.
            --orders 5000         | --orders goes with --growth only.
            --growth --baseline   | --growth goes with
            """)
    void words_that_make_no_sense_are_refused_in_a_sentence(String words, String sentence) {
        assertThatThrownBy(() -> Options.parse(root, words.split(" ")))
                .isInstanceOf(Usage.class)
                .hasMessageStartingWith(sentence)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void a_command_with_such_words_ends_with_2_and_starts_nothing() {
        assertThat(Main.run(new Progress(System.out), root.toString(), "--fast"))
                .isEqualTo(2);
    }

    @Test
    void what_is_no_report_cannot_be_compared_with() throws Exception {
        Path file = Files.writeString(root.resolve("report.json"), "not json");

        assertThatThrownBy(() -> Report.read(file)).isInstanceOf(Usage.class).hasMessageContaining("is no report");
    }
}

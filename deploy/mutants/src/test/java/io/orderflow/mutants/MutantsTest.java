package io.orderflow.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The short form: every mutant still fits, and those whose tests need neither broker nor database are caught.
class MutantsTest {
    private static final String CHEAP =
            "returned-counts-as-sent,random-key-of-a-charge,decision-without-a-look-at-stock";

    private final Checkout checkout = Checkout.here();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Hunt hunt = new Hunt(checkout, new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void each_stands_in_its_place_exactly_once_and_compiles() {
        for (Mutant mutant : Mutants.all()) {
            assertThat(Overlay.of(mutant, checkout)).isDirectory();
        }
    }

    @Test
    void each_has_a_name_of_its_own_and_breaks_a_promise() {
        assertThat(Mutants.all())
                .extracting(Mutant::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
        assertThat(Mutants.all()).extracting(Mutant::promise).allMatch(promise -> promise.endsWith("."));
    }

    @Test
    void those_that_are_cheap_to_catch_are_caught() {
        assertThat(hunt.wrong(Mutants.named(CHEAP))).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("caught by")
                .doesNotContain("SURVIVED");
    }

    @Test
    void one_that_its_test_does_not_see_is_reported() {
        var harmless = confirms("said about one", "said of one", "outbox.ConfirmsTest#what_is_acked_is_sent");

        assertThat(hunt.wrong(List.of(harmless)))
                .containsExactly("harmless survived outbox.ConfirmsTest#what_is_acked_is_sent, which guards: Nothing.");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("SURVIVED");
    }

    @Test
    void one_without_a_test_is_not_taken_for_caught() {
        var untested = confirms("said about one", "said of one", "outbox.ConfirmsTest#there_is_no_such_test");

        assertThat(hunt.wrong(List.of(untested)))
                .singleElement()
                .asString()
                .contains("there_is_no_such_test does not pass on the code as it is");
    }

    @Test
    void one_that_no_longer_fits_is_refused() {
        assertThatExceptionOfType(NoLongerApplies.class)
                .isThrownBy(() -> Overlay.of(confirms("no such text", "", "x#y"), checkout))
                .withMessageContaining("its text stands 0 times in contracts/messaging/src/main/java");
        assertThatExceptionOfType(NoLongerApplies.class)
                .isThrownBy(() -> Overlay.of(confirms("import", "", "x#y"), checkout))
                .withMessageContaining("no longer applies: its text stands");
        assertThatExceptionOfType(NoLongerApplies.class)
                .isThrownBy(() -> Overlay.of(confirms("final class Confirms", "final class", "x#y"), checkout))
                .withMessageContaining("does not compile");
    }

    @Test
    void a_name_that_is_none_is_refused_with_those_that_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mutants.named("no-such-mutant"))
                .withMessageStartingWith("There is no mutant no-such-mutant; there are ")
                .withMessageContaining("random-key-of-a-charge");
    }

    private static Mutant confirms(String text, String replacement, String test) {
        return Mutant.mutant("harmless")
                .breaking("Nothing.")
                .in(Part.MESSAGING, "outbox/Confirms.java")
                .replacing(text, replacement)
                .caughtBy(Part.MESSAGING, test);
    }
}

package io.orderflow.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The long form, run by `deploy/check-mutants`: every mutant is let loose.
class EveryMutant {
    @Test
    void is_caught() {
        var mutants = Mutants.named(System.getProperty("orderflow.mutants.only", ""));

        assertThat(new Hunt(Checkout.here(), System.out).wrong(mutants)).isEmpty();
    }
}

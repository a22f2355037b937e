package io.orderflow.model;

import io.orderflow.model.NotificationParticipant.Memory;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must hold of the letters to a customer.
final class LetterPromises implements Promises {
    private static final Set<String> ENDS = Set.of("v1.order.delivered", "v1.order.failed", "v1.order.cancelled");

    private final World world;
    private @Nullable Set<String> letters;

    LetterPromises(World world) {
        this.world = world;
    }

    @Override
    public Optional<String> brokenIn(int[] state, boolean quiet) {
        var memory = (Memory) world.memory(state, 0);
        if (memory.letters().values().stream().anyMatch(count -> count > 1)) {
            return Optional.of("the customer is told each thing once, not " + memory.letters());
        }
        if (!quiet) {
            return Optional.empty();
        }
        Set<String> told = memory.letters().keySet();
        if (told.stream().noneMatch(ENDS::contains)) {
            return Optional.of("the customer is told how it ended, not only " + told);
        }
        if (letters != null && !letters.equals(told)) {
            return Optional.of("the same facts lead to the same letters, not to " + told + " or " + letters);
        }
        letters = told;
        return Optional.empty();
    }

    @Override
    public Optional<String> brokenBetween(int[] before, int[] after) {
        return Optional.empty();
    }
}

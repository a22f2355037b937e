package io.orderflow.model;

import io.orderflow.model.World.Step;
import java.util.List;
import java.util.Optional;

/// One schedule, step by step in words, as a broken promise tells it.
final class Schedule {
    private Schedule() {}

    /// Goes through the steps, one a line.
    ///
    /// @return the first promise that does not hold on the way; empty where all hold
    /// @throws IllegalArgumentException when a step cannot happen where it stands
    static Optional<String> replay(Space space, Mutant mutant, String steps) {
        World world = Model.world(space, mutant);
        Promises promises = new SagaPromises(world, space);
        int[] state = world.beginning();
        for (String line : steps.strip().lines().map(String::strip).toList()) {
            int[] next = after(world, state, line);
            Optional<String> broken = promises.brokenBetween(state, next);
            if (broken.isEmpty()) {
                broken = promises.brokenIn(next, world.isQuiet(next));
            }
            if (broken.isPresent()) {
                return broken;
            }
            state = next;
        }
        return Optional.empty();
    }

    /// What is heard again and changes nothing is no step of the world: there the state stays.
    private static int[] after(World world, int[] state, String line) {
        List<Step> steps = world.steps(state);
        for (Step step : steps) {
            if (world.name(state, step).equals(line)) {
                return step.next();
            }
        }
        if (line.endsWith(" again")) {
            return state;
        }
        throw new IllegalArgumentException("\"" + line + "\" cannot happen here; what can: "
                + steps.stream().map(step -> world.name(state, step)).toList());
    }
}

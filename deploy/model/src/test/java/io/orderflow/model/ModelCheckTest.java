package io.orderflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.EventTypes;
import io.orderflow.model.Exploration.Result;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/// In every state that any schedule leads to, every promise holds, and from each an end is reached.
class ModelCheckTest {
    private static final int MOST = 30_000_000;

    /// The long ones only when they are asked for.
    static Stream<Spaces> spaces() {
        boolean all = Boolean.getBoolean("orderflow.model.long");
        return Stream.of(Spaces.values()).filter(space -> all || space.isShort());
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void no_schedule_breaks_a_promise(Spaces space) {
        long begun = System.nanoTime();

        Result result = Model.check(space.space(), Mutant.NONE, MOST);

        System.out.printf("%s, %.1f s%n", figures(space.space().name(), result), (System.nanoTime() - begun) / 1e9);
        assertThat(result.broken().map(broken -> broken.in(space.name())).orElse(""))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void a_wrong_decision_is_caught(Mutant mutant) {
        Result result = Model.check(Spaces.ONE_ORDER.space(), mutant, MOST);

        Optional<Exploration.Broken> broken = result.broken();
        System.out.printf(
                "%s: %s%n", mutant, broken.map(Exploration.Broken::promise).orElse("not caught"));
        assertThat(broken).isPresent();
        String steps = String.join("\n", broken.orElseThrow().story());
        assertThat(Schedule.replay(Spaces.ONE_ORDER.space(), mutant, steps))
                .as("the story, told again, breaks the same promise")
                .isEqualTo(broken.map(Exploration.Broken::promise));
    }

    @Test
    void the_customer_is_told_each_thing_once_in_whatever_order_it_is_heard() {
        Set<Set<AboutOrder>> stories = new HashSet<>();
        for (Spaces space : Set.of(Spaces.ONE_ORDER, Spaces.SOLD_OUT)) {
            World world = Model.world(space.space(), Mutant.NONE);
            var promises = new SagaPromises(world, space.space());
            new Exploration(world, promises, MOST).run();
            stories.addAll(promises.stories());
        }
        assertThat(stories).hasSizeGreaterThan(20);
        int states = 0;
        for (Set<AboutOrder> story : stories) {
            Result result = letters(story);
            states += result.states();
            assertThat(result.broken().map(broken -> broken.in("-")).orElse("")).isEmpty();
        }
        System.out.printf("letters: %,d stories, %,d states%n", stories.size(), states);
    }

    private static Result letters(Set<AboutOrder> story) {
        UUID order = Spaces.ONE_ORDER.space().names().orders().getFirst();
        var world = new World(
                List.of(new NotificationParticipant(order, story)),
                (who, fact) -> Model.reactsTo(who.name()).contains(EventTypes.keyOf(fact.getClass())),
                Spaces.ONE_ORDER.space());
        return new Exploration(world, new LetterPromises(world), MOST).run();
    }

    private static String figures(String name, Result result) {
        return "%s: %,d states, %,d steps, %,d ends".formatted(name, result.states(), result.steps(), result.quiet());
    }
}

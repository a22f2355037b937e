package io.orderflow.model;

import io.orderflow.model.Participant.Kind;
import io.orderflow.model.World.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Goes through every state that can be reached, nearest first: so the first trouble is found on a shortest way.
final class Exploration {
    private static final String QUOTES = "\"\"\"";
    private static final String STRANDED = "an end is reached from every state by what happens by itself";

    private final World world;
    private final Promises promises;
    private final int most;
    private final States states;
    private long edges;

    /// @param most more states than this are not looked at, and to need more is an error
    Exploration(World world, Promises promises, int most) {
        this.world = world;
        this.promises = promises;
        this.most = most;
        this.states = new States(world.width());
    }

    /// What came of it.
    ///
    /// @param states how many states there are
    /// @param steps  how many steps lead from one to another
    /// @param quiet  in how many of them nothing is left to happen by itself
    /// @param broken the first promise that did not hold; empty when all hold everywhere
    record Result(int states, long steps, int quiet, Optional<Broken> broken) {}

    /// A broken promise, and a shortest way to it.
    ///
    /// @param promise what was promised
    /// @param story   what happened, step by step
    record Broken(String promise, List<String> story) {
        /// As one reads it, and as a test that one can paste.
        String in(String space) {
            return """
                    %s

                    %s

                        @Test
                        void this_schedule_holds() {
                            assertThat(Schedule.replay(Spaces.%s.space(), Mutant.NONE, %s
                                    %s
                                    %s)).isEmpty();
                        }
                    """.formatted(promise, numbered(), space, QUOTES, String.join("\n                ", story), QUOTES);
        }

        private String numbered() {
            return IntStream.range(0, story.size())
                    .mapToObj(i -> "%3d. %s".formatted(i + 1, story.get(i)))
                    .collect(Collectors.joining("\n"));
        }
    }

    Result run() {
        states.add(world.beginning(), -1, 0);
        var before = new Predecessors();
        var ends = new ArrayDeque<Integer>();
        for (int index = 0; index < states.size(); index++) {
            int[] state = states.state(index);
            if (world.isQuiet(state)) {
                ends.add(index);
            }
            Optional<String> broken = promises.brokenIn(state, world.isQuiet(state));
            if (broken.isPresent()) {
                return result(ends.size(), broken(broken.get(), story(index)));
            }
            for (Step step : world.steps(state)) {
                edges++;
                broken = promises.brokenBetween(state, step.next());
                if (broken.isPresent()) {
                    List<String> story = story(index);
                    story.add(world.name(state, step));
                    return result(ends.size(), broken(broken.get(), story));
                }
                int next = states.add(step.next(), index, step.packed());
                if (step.kind() == Kind.PROGRESS) {
                    before.add(next, index);
                }
            }
            if (states.size() > most) {
                throw new IllegalStateException("there are more than " + most + " states");
            }
        }
        int quiet = ends.size();
        return result(quiet, stranded(before, ends).flatMap(at -> broken(STRANDED, story(at))));
    }

    /// A state from which no end is reached by progress alone.
    private Optional<Integer> stranded(Predecessors before, ArrayDeque<Integer> ends) {
        boolean[] reaches = new boolean[states.size()];
        ends.forEach(end -> reaches[end] = true);
        while (!ends.isEmpty()) {
            before.each(ends.remove(), earlier -> {
                if (!reaches[earlier]) {
                    reaches[earlier] = true;
                    ends.add(earlier);
                }
            });
        }
        for (int i = 0; i < reaches.length; i++) {
            if (!reaches[i]) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Result result(int quiet, Optional<Broken> broken) {
        return new Result(states.size(), edges, quiet, broken);
    }

    private static Optional<Broken> broken(String promise, List<String> story) {
        return Optional.of(new Broken(promise, story));
    }

    private List<String> story(int index) {
        var story = new ArrayList<String>();
        for (int at = index; states.parent(at) >= 0; at = states.parent(at)) {
            int[] earlier = states.state(states.parent(at));
            long packed = states.step(at);
            Step step = world.steps(earlier).stream()
                    .filter(one -> one.packed() == packed)
                    .findFirst()
                    .orElseThrow();
            story.add(world.name(earlier, step));
        }
        Collections.reverse(story);
        return story;
    }

    /// For each state those from which progress leads to it, as linked lists in two arrays.
    private static final class Predecessors {
        private int[] heads = new int[1 << 12];
        private int[] states = new int[1 << 14];
        private int[] rests = new int[1 << 14];
        private int used = 1;

        void add(int state, int earlier) {
            if (state >= heads.length) {
                heads = Arrays.copyOf(heads, Math.max(state + 1, heads.length * 2));
            }
            if (used == states.length) {
                states = Arrays.copyOf(states, used * 2);
                rests = Arrays.copyOf(rests, used * 2);
            }
            states[used] = earlier;
            rests[used] = heads[state];
            heads[state] = used++;
        }

        void each(int state, IntConsumer action) {
            for (int at = state < heads.length ? heads[state] : 0; at != 0; at = rests[at]) {
                action.accept(states[at]);
            }
        }
    }
}

package io.orderflow.model;

import io.orderflow.events.AboutOrder;
import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.model.Participant.Deed;
import io.orderflow.model.Participant.Kind;
import io.orderflow.model.Participant.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The participants and the exchange between them, as a machine of states.
///
/// A state is a row of numbers: the memory of each participant, the set of what was said, and for each
/// participant the set of what is on its way to it. Whatever was said may come again at any time, to anyone, as
/// often as it likes; so a crash after a commit and before the acknowledgement is in here too, as is a crash
/// before a commit (nothing happened) and one before the relay (what was said is long on its way). There is no
/// inbox: the decisions alone must do.
final class World {
    /// The places of the participants of a saga.
    static final int ORDER = 0;

    static final int PAYMENT = 1;
    static final int INVENTORY = 2;
    static final int SHIPPING = 3;

    private final List<Participant> participants;
    private final Who hears;
    private final boolean lossy;
    private final Names names;

    private final Interned<Fact> facts = new Interned<>();
    private final Sets sets = new Sets();
    private final List<Interned<Object>> memories = new ArrayList<>();
    private final List<Map<Long, Change>> reactions = new ArrayList<>();
    private final List<Map<Integer, List<Own>>> deeds = new ArrayList<>();

    /// A world of these participants.
    ///
    /// @param hears who hears what
    /// @param space says whether messages may be lost. Where they may, nothing that was said is sure to be heard,
    ///              now or ever; what is sure is only that order says its part again, and that this is heard
    World(List<Participant> participants, Who hears, Space space) {
        this.participants = List.copyOf(participants);
        this.hears = hears;
        this.lossy = space.lossy();
        this.names = space.names();
        for (int i = 0; i < participants.size(); i++) {
            memories.add(new Interned<>());
            reactions.add(new HashMap<>());
            deeds.add(new HashMap<>());
        }
    }

    /// How many numbers a state has.
    int width() {
        return 2 * participants.size() + 1;
    }

    /// The state before anything happened.
    int[] beginning() {
        int[] state = new int[width()];
        for (int i = 0; i < participants.size(); i++) {
            after(state, i, change(i, participants.get(i).newborn()));
        }
        return state;
    }

    /// What a participant remembers in a state.
    Object memory(int[] state, int participant) {
        return memories.get(participant).value(state[participant]);
    }

    /// Everything that was said up to a state.
    List<Fact> said(int[] state) {
        return sets.members(state[saidAt()]).stream().mapToObj(facts::value).toList();
    }

    /// The number of the set of what was said.
    int saidNumber(int[] state) {
        return state[saidAt()];
    }

    /// True when nothing is on its way, and nobody has anything in hand.
    boolean isQuiet(int[] state) {
        for (int i = 0; i < participants.size(); i++) {
            if (state[pendingAt(i)] != 0 || own(state, i).stream().anyMatch(own -> own.kind() == Kind.PROGRESS)) {
                return false;
            }
        }
        return !lossy || Arrays.equals(saidAgain(state), state);
    }

    /// Everything that may happen next.
    List<Step> steps(int[] state) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < participants.size(); i++) {
            BitSet pending = sets.members(state[pendingAt(i)]);
            for (int f = pending.nextSetBit(0); f >= 0; f = pending.nextSetBit(f + 1)) {
                int[] heard = state.clone();
                heard[pendingAt(i)] = sets.without(state[pendingAt(i)], f);
                steps.add(new Step(i, f, Step.HEARS, Kind.PROGRESS, after(heard, i, reaction(state, i, f))));
            }
            again(state, i, pending, steps);
            List<Own> own = own(state, i);
            for (int d = 0; d < own.size(); d++) {
                int[] done = after(state.clone(), i, own.get(d).change());
                steps.add(new Step(i, d, Step.DOES, own.get(d).kind(), done));
            }
        }
        if (lossy) {
            steps.add(new Step(0, 0, Step.SAYS_AGAIN, Kind.PROGRESS, saidAgain(state)));
        }
        return steps;
    }

    /// The step in words.
    String name(int[] before, Step step) {
        String who = participants.get(step.participant()).name();
        return switch (step.how()) {
            case Step.HEARS -> who + " hears " + name(facts.value(step.what()));
            case Step.AGAIN -> who + " hears " + name(facts.value(step.what())) + " again";
            case Step.SAYS_AGAIN -> "order says again what it said, and what follows is not lost";
            default -> own(before, step.participant()).get(step.what()).name();
        };
    }

    private String name(Fact fact) {
        return EventTypes.keyOf(fact.getClass())
                + (fact instanceof AboutOrder about ? " of " + names.of(about.orderId()) : "");
    }

    /// What was said once may come again. Where that changes nothing, it is not worth a step.
    private void again(int[] state, int participant, BitSet pending, List<Step> steps) {
        BitSet said = sets.members(state[saidAt()]);
        for (int f = said.nextSetBit(0); f >= 0; f = said.nextSetBit(f + 1)) {
            if (pending.get(f) || !hears.hears(participants.get(participant), facts.value(f))) {
                continue;
            }
            int[] next = after(state.clone(), participant, reaction(state, participant, f));
            if (!Arrays.equals(next, state)) {
                steps.add(new Step(participant, f, Step.AGAIN, Kind.WHIM, next));
            }
        }
    }

    private int[] after(int[] state, int participant, Change change) {
        state[participant] = change.memory();
        for (int fact : change.said()) {
            if (sets.contains(state[saidAt()], fact)) {
                continue;
            }
            state[saidAt()] = sets.with(state[saidAt()], fact);
            for (int i = 0; i < participants.size() && !lossy; i++) {
                if (hears.hears(participants.get(i), facts.value(fact))) {
                    state[pendingAt(i)] = sets.with(state[pendingAt(i)], fact);
                }
            }
        }
        return state;
    }

    /// After order has said again what it said of its undecided orders, and whatever that leads to was heard.
    private int[] saidAgain(int[] state) {
        int[] next = state.clone();
        var travelling = new ArrayDeque<Integer>();
        for (Fact fact : participants.getFirst().saysAgain(memory(state, 0))) {
            travelling.add(facts.number(fact));
        }
        var seen = new BitSet();
        while (!travelling.isEmpty()) {
            int fact = travelling.remove();
            for (int i = 0; i < participants.size() && !seen.get(fact); i++) {
                if (hears.hears(participants.get(i), facts.value(fact))) {
                    Change change = reaction(next, i, fact);
                    after(next, i, change);
                    for (int said : change.said()) {
                        travelling.add(said);
                    }
                }
            }
            seen.set(fact);
        }
        return next;
    }

    private Change reaction(int[] state, int participant, int fact) {
        int memory = state[participant];
        return reactions.get(participant).computeIfAbsent((long) memory << 32 | fact, _ -> {
            Object now = memories.get(participant).value(memory);
            return change(participant, participants.get(participant).hear(now, facts.value(fact)));
        });
    }

    private List<Own> own(int[] state, int participant) {
        return deeds.get(participant).computeIfAbsent(state[participant], memory -> {
            var own = new ArrayList<Own>();
            for (Deed deed : participants
                    .get(participant)
                    .deeds(memories.get(participant).value(memory))) {
                own.add(new Own(deed.name(), deed.kind(), change(participant, deed.reply())));
            }
            return own;
        });
    }

    private Change change(int participant, Reply reply) {
        return new Change(
                memories.get(participant).number(reply.memory()),
                reply.said().stream().mapToInt(facts::number).toArray());
    }

    private int saidAt() {
        return 2 * participants.size();
    }

    private int pendingAt(int participant) {
        return participants.size() + participant;
    }

    /// Something that may happen next.
    ///
    /// @param what the number of the fact, or of the deed
    /// @param next the state after it
    record Step(int participant, int what, int how, Kind kind, int[] next) {
        static final int HEARS = 0;
        static final int AGAIN = 1;
        static final int SAYS_AGAIN = 2;
        static final int DOES = 3;

        /// A step in one number, to be kept for each state.
        long packed() {
            return (long) participant << 40 | (long) how << 32 | what;
        }
    }

    private record Change(int memory, int[] said) {}

    private record Own(String name, Kind kind, Change change) {}

    /// Who hears what.
    interface Who {
        boolean hears(Participant who, Fact fact);
    }
}

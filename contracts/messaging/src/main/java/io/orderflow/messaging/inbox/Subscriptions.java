package io.orderflow.messaging.inbox;

import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.messaging.Heard;
import io.orderflow.messaging.LockFirst;
import io.orderflow.messaging.ReactTo;
import io.orderflow.messaging.Reactions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/// All reactions of the service, found among its beans. What it subscribes to is what it has methods for.
public final class Subscriptions {
    private final Map<Class<? extends Fact>, Reaction> byType = new HashMap<>();
    private final List<Lock> locks = new ArrayList<>();

    /// The reactions of these beans.
    ///
    /// @throws IllegalStateException when two methods react to one event type, or a method does not fit
    public Subscriptions(ListableBeanFactory beans) {
        this(beans.getBeansWithAnnotation(Reactions.class).values());
    }

    Subscriptions(Iterable<?> owners) {
        for (Object owner : owners) {
            read(owner);
        }
    }

    private void read(Object owner) {
        for (Method method : methods(owner)) {
            if (method.isAnnotationPresent(ReactTo.class)) {
                Reaction reaction = Reaction.of(owner, method);
                for (Class<? extends Fact> type : reaction.takes()) {
                    @Nullable Reaction other = byType.put(type, reaction);
                    if (other != null) {
                        throw new IllegalStateException("two reactions to " + EventTypes.keyOf(type) + ": "
                                + other.method() + " and " + method);
                    }
                }
            }
            if (method.isAnnotationPresent(LockFirst.class)) {
                if (method.getParameterCount() != 1 || method.getParameterTypes()[0] != List.class) {
                    throw new IllegalStateException(method + " does not take (List<? extends Fact>)");
                }
                method.setAccessible(true);
                locks.add(new Lock(owner, method));
            }
        }
    }

    private static List<Method> methods(Object owner) {
        return Arrays.stream(AopUtils.getTargetClass(owner).getDeclaredMethods())
                .sorted(Comparator.comparing(Method::toGenericString))
                .toList();
    }

    /// The routing keys that the service reacts to, sorted.
    public Set<String> keys() {
        return byType.keySet().stream().map(EventTypes::keyOf).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean includes(Fact fact) {
        return byType.containsKey(fact.getClass());
    }

    /// Tells the facts to their reactions, in the order in which they came, after everything that they touch is
    /// locked.
    void tell(List<Heard<Fact>> heard) {
        for (Lock lock : locks) {
            List<Fact> own = forOwner(lock.owner(), heard);
            if (!own.isEmpty()) {
                Invocation.of(lock.method(), lock.owner(), own);
            }
        }
        Map<Reaction, List<Heard<Fact>>> batches = new LinkedHashMap<>();
        for (Heard<Fact> one : heard) {
            Reaction reaction = byType.get(one.fact().getClass());
            if (reaction == null) {
                continue;
            }
            if (reaction.shape() == Reaction.Shape.BATCH) {
                batches.computeIfAbsent(reaction, _ -> new ArrayList<>()).add(one);
            } else {
                reaction.tell(List.of(one));
            }
        }
        batches.forEach(Reaction::tell);
    }

    /// The facts that a bean's own reactions are about to be given.
    private List<Fact> forOwner(Object owner, List<Heard<Fact>> heard) {
        var own = new ArrayList<Fact>(heard.size());
        for (Heard<Fact> one : heard) {
            Reaction reaction = byType.get(one.fact().getClass());
            if (reaction != null && reaction.owner() == owner) {
                own.add(one.fact());
            }
        }
        return own;
    }

    private record Lock(Object owner, Method method) {}
}

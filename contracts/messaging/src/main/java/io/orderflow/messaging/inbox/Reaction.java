package io.orderflow.messaging.inbox;

import io.orderflow.events.EventTypes;
import io.orderflow.events.Fact;
import io.orderflow.messaging.Cause;
import io.orderflow.messaging.Envelope;
import io.orderflow.messaging.Heard;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;

/// One `@ReactTo` method: which events it takes, and how it takes them.
///
/// @param owner  the bean
/// @param method the method, made accessible
/// @param takes  the event types that it is called for
/// @param shape  how it wants to be called
record Reaction(Object owner, Method method, Set<Class<? extends Fact>> takes, Shape shape) {
    enum Shape {
        FACT,
        FACT_WITH_ENVELOPE,
        BATCH
    }

    /// Reads the method.
    ///
    /// @throws IllegalStateException when it is not of one of the three shapes
    static Reaction of(Object owner, Method method) {
        Type[] parameters = method.getGenericParameterTypes();
        boolean fits = method.getReturnType() == void.class
                && (parameters.length == 1
                        || parameters.length == 2 && parameters[1] == Envelope.class && isFact(parameters[0]));
        if (!fits) {
            throw misfit(method);
        }
        method.setAccessible(true);
        if (isFact(parameters[0])) {
            return new Reaction(
                    owner,
                    method,
                    EventTypes.under(((Class<?>) parameters[0]).asSubclass(Fact.class)),
                    parameters.length == 1 ? Shape.FACT : Shape.FACT_WITH_ENVELOPE);
        }
        return new Reaction(owner, method, EventTypes.under(inList(method, parameters[0])), Shape.BATCH);
    }

    /// The event type in `List<Heard<F>>`.
    private static Class<? extends Fact> inList(Method method, Type parameter) {
        if (parameter instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] instanceof ParameterizedType heard
                && heard.getRawType() == Heard.class
                && isFact(heard.getActualTypeArguments()[0])) {
            return ((Class<?>) heard.getActualTypeArguments()[0]).asSubclass(Fact.class);
        }
        throw misfit(method);
    }

    private static boolean isFact(Type type) {
        return type instanceof Class<?> raw && Fact.class.isAssignableFrom(raw);
    }

    private static IllegalStateException misfit(Method method) {
        return new IllegalStateException(
                method + " does not take (F), (F, Envelope) or (List<Heard<F>>), or returns something");
    }

    /// Tells it these facts, all of them of its types: in one call if it takes batches, else one by one.
    void tell(List<Heard<Fact>> heard) {
        if (shape == Shape.BATCH) {
            Invocation.of(method, owner, heard);
            return;
        }
        for (Heard<Fact> one : heard) {
            Cause.during(Cause.of(one.envelope()), () -> {
                if (shape == Shape.FACT) {
                    Invocation.of(method, owner, one.fact());
                } else {
                    Invocation.of(method, owner, one.fact(), one.envelope());
                }
            });
        }
    }
}

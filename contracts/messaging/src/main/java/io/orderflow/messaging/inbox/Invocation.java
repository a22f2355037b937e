package io.orderflow.messaging.inbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;

/// Calls a method and lets what it throws come out as it is.
final class Invocation {
    private Invocation() {}

    static void of(Method method, Object owner, Object... arguments) {
        try {
            method.invoke(owner, arguments);
        } catch (InvocationTargetException thrown) {
            switch (thrown.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new UndeclaredThrowableException(thrown.getCause());
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(method + " cannot be called", impossible);
        }
    }
}

package io.orderflow.messaging.inbox;

/// The names of the headers that a message carries beside its properties.
public final class Headers {
    /// 1 at first; one more with each rung of the ladder.
    public static final String ATTEMPT = "attempt";

    /// The id of the event that the message's event reacts to.
    public static final String CAUSATION = "causation-id";

    /// W3C trace context.
    public static final String TRACE = "traceparent";

    /// Why the last attempt failed.
    public static final String BECAUSE = "because";

    /// When it failed, ISO-8601.
    public static final String SINCE = "since";

    private Headers() {}
}

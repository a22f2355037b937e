package io.orderflow.events;

/// What the notification service says.
@SaidBy("notification")
public sealed interface NotificationFact extends Fact permits NotificationSent, NotificationFailed {}

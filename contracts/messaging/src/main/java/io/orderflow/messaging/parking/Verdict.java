package io.orderflow.messaging.parking;

import com.rabbitmq.client.AMQP;

/// What becomes of a message that a visitor has seen.
sealed interface Verdict {
    /// It stays where it is.
    record Keep() implements Verdict {}

    /// It stays, and so does all that comes after it, unseen.
    record Stop() implements Verdict {}

    /// It is removed.
    record Discard() implements Verdict {}

    /// It is given to the service once more, and leaves parking when the broker has it.
    ///
    /// @param properties what it comes with
    /// @param body       what it says; not to be changed
    record Replay(AMQP.BasicProperties properties, byte[] body) implements Verdict {}

    /// It stays.
    Verdict KEEP = new Keep();

    /// The visit ends.
    Verdict STOP = new Stop();

    /// It goes.
    Verdict DISCARD = new Discard();
}

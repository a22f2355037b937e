package io.orderflow.notification.gateways;

import io.orderflow.notification.domain.Delivery;

/// The way by which messages leave.
@FunctionalInterface
public interface Mailbox {
    /// Sends a message. To send it twice must be recognisable by its id.
    ///
    /// @throws Exception where it may go better the next time
    Delivery send(Mail mail) throws Exception;
}

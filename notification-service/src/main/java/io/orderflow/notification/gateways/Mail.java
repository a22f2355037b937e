package io.orderflow.notification.gateways;

import java.util.UUID;

/// A message that is about to leave.
///
/// @param id      which message
/// @param name    whom it is for
/// @param email   where it goes
/// @param subject one line
/// @param body    plain text
/// @param attempt 1 at the first try
public record Mail(UUID id, String name, String email, String subject, String body, int attempt) {
    /// Tells which message it is, and nothing of what is in it: this may end up in a log.
    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}

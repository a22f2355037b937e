package io.orderflow.notification.domain;

/// Whom a message is for.
///
/// @param name  as the customer writes it
/// @param email where to write to
public record Recipient(String name, String email) {
    /// How a letter to them begins.
    String salutation() {
        return "Hello " + name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip() + ",\n\n";
    }

    /// Tells that there is one, and nothing about who it is: this may end up in a log.
    @Override
    public String toString() {
        return "Recipient";
    }
}

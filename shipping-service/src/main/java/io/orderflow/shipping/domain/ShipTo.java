package io.orderflow.shipping.domain;

import io.orderflow.events.Address;
import jakarta.persistence.Embeddable;

/// Where the goods go, as it is kept. Personal data: it leaves this service for the carrier only.
///
/// @param recipient  to whom
/// @param street     street and number
/// @param city       the city
/// @param postalCode as the country writes it
/// @param country    ISO 3166-1, two letters
@Embeddable
public record ShipTo(String recipient, String street, String city, String postalCode, String country) {
    static ShipTo of(Address address) {
        return new ShipTo(address.name(), address.street(), address.city(), address.postalCode(), address.country());
    }

    /// Says nothing about the person.
    @Override
    public String toString() {
        return "ShipTo[…]";
    }
}

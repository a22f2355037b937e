package io.orderflow.system;

import io.orderflow.system.Endpoints.Endpoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A good body for each endpoint that takes one.
final class Samples {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Samples() {}

    /// Empty where nothing is to be said.
    static JsonNode body(Endpoint endpoint, String sku) {
        String text = switch (endpoint.method() + " " + endpoint.path()) {
            case "POST /orders" -> """
                {"customer":{"name":"Ada","email":"ada@example.org"},"payment":{"token":"tok_approved"},
                 "shipTo":{"name":"Ada","street":"12 St James","city":"London","postalCode":"SW1Y","country":"GB"},
                 "lines":[{"sku":"%s","quantity":1}],"shipWithin":"PT5M"}""".formatted(sku);
            case "PUT /products/{sku}" -> """
                {"name":"A thing","price":{"currency":"EUR","amount":"1.00"},"onHand":5}""";
            case "POST /products/{sku}/replenishments" -> """
                {"quantity":5}""";
            case "POST /payments/{orderId}/refund/settlement" -> """
                {"reference":"transfer 1","note":"by hand"}""";
            case "POST /carrier/deliveries" -> """
                {"trackingNumber":"NO-SUCH-1","deliveredAt":"2026-03-01T12:00:00Z"}""";
            default -> "{}";
        };
        return JSON.readTree(text);
    }
}

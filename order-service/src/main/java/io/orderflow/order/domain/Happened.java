package io.orderflow.order.domain;

/// What can have happened to an order. An order keeps the set of what it has heard; the letters are how the set is
/// kept in its row.
public enum Happened {
    CREATED("c"),
    PAID("p"),
    PAYMENT_FAILED("P"),
    DEDUCTED("d"),
    DEDUCTION_FAILED("D"),
    SHIPPED("s"),
    SHIPPING_FAILED("S"),
    REFUNDED("r"),
    RELEASED("l");

    private final String letter;

    Happened(String letter) {
        this.letter = letter;
    }

    String letter() {
        return letter;
    }
}

package io.orderflow.model;

import java.util.List;
import java.util.UUID;

/// Short names for orders, for the story: A, B, C.
record Names(List<UUID> orders) {
    String of(UUID order) {
        return String.valueOf((char) ('A' + orders.indexOf(order)));
    }
}

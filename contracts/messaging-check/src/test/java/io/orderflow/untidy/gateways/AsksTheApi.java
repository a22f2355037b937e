package io.orderflow.untidy.gateways;

import io.orderflow.untidy.api.DrivesReactions;

public class AsksTheApi {
    public void ask() {
        new DrivesReactions().drive();
    }
}

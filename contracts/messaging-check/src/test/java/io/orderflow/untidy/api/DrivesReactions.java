package io.orderflow.untidy.api;

import io.orderflow.untidy.reactions.CallsApplication;

public class DrivesReactions {
    public void drive() {
        new CallsApplication().react();
    }
}

package io.orderflow.untidy.reactions;

import io.orderflow.untidy.application.CallsReactions;

public class CallsApplication {
    public void react() {
        new CallsReactions();
    }
}

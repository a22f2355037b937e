package io.orderflow.untidy.application;

import io.orderflow.untidy.reactions.CallsApplication;

public class CallsReactions {
    public void run(CallsApplication reactions) {
        reactions.react();
    }
}

package io.orderflow.untidy.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

public class InjectsFields {
    @Autowired
    private @Nullable Runnable injected;

    public void run() {
        if (injected != null) {
            injected.run();
        }
    }
}

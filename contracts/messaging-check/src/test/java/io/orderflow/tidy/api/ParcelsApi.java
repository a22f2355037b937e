package io.orderflow.tidy.api;

import io.orderflow.tidy.application.SendingParcels;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ParcelsApi {
    private final SendingParcels sending;

    public ParcelsApi(SendingParcels sending) {
        this.sending = sending;
    }

    public String first() {
        return sending.send().id().toString();
    }
}

package io.orderflow.tidy.application;

import io.orderflow.tidy.domain.Parcel;
import io.orderflow.tidy.gateways.Parcels;
import org.springframework.stereotype.Service;

@Service
public class SendingParcels {
    private final Parcels parcels;

    public SendingParcels(Parcels parcels) {
        this.parcels = parcels;
    }

    public Parcel send() {
        return parcels.next();
    }
}

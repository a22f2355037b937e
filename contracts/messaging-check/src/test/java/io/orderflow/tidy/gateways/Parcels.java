package io.orderflow.tidy.gateways;

import io.orderflow.tidy.domain.Parcel;
import org.springframework.stereotype.Repository;

@Repository
public class Parcels {
    public Parcel next() {
        return new Parcel();
    }
}

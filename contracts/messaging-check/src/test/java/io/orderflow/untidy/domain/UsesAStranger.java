package io.orderflow.untidy.domain;

import io.orderflow.tidy.domain.Parcel;

public class UsesAStranger {
    public Parcel parcel() {
        return new Parcel();
    }
}

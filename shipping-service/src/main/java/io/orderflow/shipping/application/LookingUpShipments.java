package io.orderflow.shipping.application;

import io.orderflow.shipping.gateways.ShipmentOnFile;
import io.orderflow.shipping.gateways.Shipments;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The operator looks at what shipping has on file.
@Service
@Transactional(readOnly = true)
public class LookingUpShipments {
    private final Shipments shipments;

    LookingUpShipments(Shipments shipments) {
        this.shipments = shipments;
    }

    /// What is on file for an order; empty when nothing was heard of it.
    public Optional<ShipmentOnFile> shipment(UUID orderId) {
        return shipments.onFile(orderId);
    }
}

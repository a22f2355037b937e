package io.orderflow.shipping.application;

import io.orderflow.shipping.domain.ShipmentState;
import io.orderflow.shipping.gateways.Carrier;
import io.orderflow.shipping.gateways.ShipmentOnFile;
import io.orderflow.shipping.gateways.Shipments;
import io.orderflow.shipping.gateways.Summaries;
import io.orderflow.shipping.gateways.simulator.CarrierBooks;
import io.orderflow.shipping.gateways.simulator.SimulatedCarrier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The operator looks at what shipping has on file.
@Service
@Transactional(readOnly = true)
public class LookingUpShipments {
    private final Shipments shipments;

    private final Summaries summaries;
    private final Carrier carrier;
    private final CarrierBooks books;

    LookingUpShipments(Shipments shipments, Summaries summaries, Carrier carrier, CarrierBooks books) {
        this.shipments = shipments;
        this.summaries = summaries;
        this.carrier = carrier;
        this.books = books;
    }

    /// What is on file for an order; empty when nothing was heard of it.
    public Optional<ShipmentOnFile> shipment(UUID orderId) {
        return shipments.onFile(orderId);
    }

    /// How many orders there are in each state.
    ///
    /// @param until only orders whose ids were made before this instant; all where null
    public Map<ShipmentState, Long> states(@Nullable Instant until) {
        return summaries.states(until);
    }

    /// Which orders stand in the simulated carrier's books twice or more, 100 at most; empty with another carrier.
    public Optional<List<UUID>> ordersBookedMoreThanOnce() {
        return carrier instanceof SimulatedCarrier
                ? Optional.of(books.ordersBookedMoreThanOnce(100))
                : Optional.empty();
    }
}

package io.orderflow.messaging.parking;

import io.orderflow.messaging.broker.Broker;
import io.orderflow.messaging.broker.Topology;
import io.orderflow.messaging.inbox.Subscriptions;
import io.orderflow.messaging.operations.OperatorActions;
import io.orderflow.messaging.wire.FactJson;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/// Sets up what operators see of parking.
@AutoConfiguration(
        afterName = {
            "io.orderflow.messaging.inbox.InboxAutoConfiguration",
            "io.orderflow.messaging.operations.OperationsAutoConfiguration"
        })
class ParkingAutoConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    Parking parking(Broker broker, Topology topology, DataSource database) {
        return new Parking(broker, topology, new ParkingLock(database, PATIENCE));
    }

    @Bean
    Runs parkingRuns(Parking parking, OperatorActions actions, Broker broker) {
        return new Runs(parking, actions, new Again(broker));
    }

    @Bean
    ParkedEndpoint parkedEndpoint(
            Parking parking,
            Runs runs,
            OperatorActions actions,
            Broker broker,
            FactJson json,
            ObjectProvider<Subscriptions> subscriptions) {
        var again = new Again(broker);
        var correction = new Correction(json, subscriptions::getObject, again);
        return new ParkedEndpoint(parking, new OneMessage(parking, actions, again, correction), runs);
    }
}

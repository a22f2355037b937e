package io.orderflow.system;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A message that a service could not use, out of its parking queue.
///
/// @param service whose it is
/// @param mark    by which a test knows what it sent
/// @param because why it is parked
record ParkedMessage(String service, String mark, String because) {
    /// The header by which a test knows its own messages again.
    static final String MARK = "test-run";

    /// Takes what is a test's own out of every parking queue, and leaves the rest where it is.
    static List<ParkedMessage> take(Channel admin, Predicate<String> own) throws IOException {
        var taken = new ArrayList<ParkedMessage>();
        for (String service : Choreography.SERVICES) {
            String parking = service + ".parking";
            long others = 0;
            @Nullable GetResponse parked = admin.basicGet(parking, false);
            while (parked != null) {
                var headers = parked.getProps().getHeaders();
                String mark = String.valueOf(headers.get(MARK));
                if (own.test(mark)) {
                    taken.add(new ParkedMessage(service, mark, String.valueOf(headers.get("because"))));
                    admin.basicAck(parked.getEnvelope().getDeliveryTag(), false);
                } else {
                    others = parked.getEnvelope().getDeliveryTag();
                }
                parked = admin.basicGet(parking, false);
            }
            if (others > 0) {
                admin.basicNack(others, true, true);
            }
        }
        return taken;
    }
}

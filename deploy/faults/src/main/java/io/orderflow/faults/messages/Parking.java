package io.orderflow.faults.messages;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import io.orderflow.faults.running.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes out of a service's parking exactly what was put in by a fault, and leaves the rest.
final class Parking {
    private Parking() {}

    /// Takes what bears one of these marks out of parking.
    ///
    /// @return for each of them that was there, why it was parked; empty where nothing says so
    static Map<String, String> take(Channel channel, Service service, List<String> marks) throws IOException {
        var because = new HashMap<String, String>();
        var others = new ArrayList<Long>();
        GetResponse got = channel.basicGet(service.parking(), false);
        while (got != null) {
            Map<String, Object> headers = got.getProps().getHeaders();
            String mark = headers == null ? "" : String.valueOf(headers.get(Poison.MARK));
            if (headers != null && marks.contains(mark)) {
                because.put(mark, headers.getOrDefault("because", "").toString());
                channel.basicAck(got.getEnvelope().getDeliveryTag(), false);
            } else {
                others.add(got.getEnvelope().getDeliveryTag());
            }
            got = channel.basicGet(service.parking(), false);
        }
        for (long tag : others) {
            channel.basicNack(tag, false, true);
        }
        return because;
    }
}

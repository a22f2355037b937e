package io.orderflow.system;

import static io.orderflow.system.Broker.EVENTS;
import static io.orderflow.system.Broker.FINE;
import static io.orderflow.system.Broker.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What a broker user may do, and that it may do nothing else. What is expected follows from what the services say and
/// hear, for each of them.
@ExtendWith(Orderflow.Running.class)
class BrokerPermissionsTest {
    static final List<String> SERVICES = Choreography.SERVICES;

    private static final List<String> QUEUES =
            List.of("events", "parking", "relayed", "retry.5s", "retry.60s", "retry.600s");

    private static List<Choreography> all;
    private static Broker broker;
    private static Shop shop;

    @BeforeAll
    static void enter(Orderflow orderflow) {
        all = Choreography.all(orderflow.checkout());
        shop = orderflow.shop();
        broker = new Broker(shop);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_says_what_is_its_own_and_nothing_else(String service) throws Exception {
        var own = own(service).says();
        var keys = new ArrayList<String>(List.of("", "#", "*", "v1.#", "v1.*.*", "v1." + service + ".#", "amq.topic"));
        all.forEach(each -> keys.addAll(each.says()));
        for (String key : own) {
            keys.addAll(List.of(key + ".", key + "x", "x" + key, key.replace('.', 'x'), key.replace("v1", "v2")));
            keys.add(key + "\nv1.order.created");
        }
        try (Connection connection = broker.as(service)) {
            for (String key : keys) {
                assertThat(Broker.answer(connection, Broker.saying(EVENTS, key, service)))
                        .as("%s says '%s'", service, key)
                        .isEqualTo(own.contains(key) ? FINE : REFUSED);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_publishes_to_no_exchange_but_the_common_one_and_its_own(String service) throws Exception {
        String own = own(service).says().iterator().next();
        var elsewhere = new LinkedHashMap<String, String>(); // exchange and key
        elsewhere.put("amq.topic", own);
        elsewhere.put("amq.direct", own);
        elsewhere.put("amq.fanout", own);
        elsewhere.put("amq.headers", own);
        others(service).forEach(other -> elsewhere.put(other, "parking"));
        try (Connection connection = broker.as(service)) {
            for (var one : elsewhere.entrySet()) {
                assertThat(Broker.answer(connection, Broker.saying(one.getKey(), one.getValue(), service)))
                        .as("%s publishes to %s", service, one)
                        .isEqualTo(REFUSED);
            }
            for (String queue : foreignQueues(service).toList()) {
                assertThat(Broker.answer(connection, Broker.saying("", queue, service)))
                        .as("%s puts something into %s", service, queue)
                        .isEqualTo(REFUSED);
            }
            assertThat(Broker.answer(connection, Broker.saying(service, "parking", service)))
                    .isEqualTo(FINE);
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_neither_reads_nor_changes_what_is_anothers(String service) throws Exception {
        String heard = own(service).reactsTo().iterator().next();
        try (Connection connection = broker.as(service)) {
            for (String queue : foreignQueues(service).toList()) {
                refused(connection, service, queue, channel -> channel.basicGet(queue, false));
                refused(connection, service, queue, channel -> channel.basicConsume(queue, (_, _) -> {}, _ -> {}));
                refused(connection, service, queue, channel -> channel.queuePurge(queue));
                refused(connection, service, queue, channel -> channel.queueDelete(queue));
                refused(connection, service, queue, channel -> channel.queueBind(queue, EVENTS, heard));
                refused(connection, service, queue, channel -> channel.queueUnbind(queue, EVENTS, heard));
            }
            for (String exchange : others(service).toList()) {
                refused(connection, service, exchange, channel -> channel.exchangeDelete(exchange));
                refused(
                        connection,
                        service,
                        exchange,
                        channel -> channel.queueBind(service + ".events", exchange, "x"));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_hears_what_it_reacts_to_and_nothing_else(String service) throws Exception {
        var heard = own(service).reactsTo();
        var keys = new ArrayList<String>(List.of("", "#", "v1.#", "v1.*.*", "*.*.*"));
        all.forEach(each -> keys.addAll(each.says()));
        try (Connection connection = broker.as(service)) {
            for (String key : keys) {
                assertThat(Broker.answer(connection, channel -> channel.queueBind(service + ".events", EVENTS, key)))
                        .as("%s hears '%s'", service, key)
                        .isEqualTo(heard.contains(key) ? FINE : REFUSED);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_makes_nothing_that_has_another_name_and_leaves_the_common_exchange_alone(String service)
            throws Exception {
        try (Connection connection = broker.as(service)) {
            for (String name : List.of("mine", "amq.gen-mine", service + "x", "x" + service, service + "x.events")) {
                refused(connection, service, name, channel -> channel.queueDeclare(name, true, false, false, Map.of()));
                refused(connection, service, name, channel -> channel.exchangeDeclare(name, "topic", true));
            }
            refused(connection, service, "a queue of any name", channel -> channel.queueDeclare());
            refused(connection, service, EVENTS, channel -> channel.exchangeDelete(EVENTS));
            refused(
                    connection,
                    service,
                    EVENTS,
                    channel -> channel.exchangeDeclare(EVENTS, BuiltinExchangeType.FANOUT, true));
            refused(
                    connection,
                    service,
                    EVENTS,
                    channel -> channel.exchangeDeclare(
                            EVENTS, BuiltinExchangeType.TOPIC, true, false, Map.of("alternate-exchange", service)));
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_pretends_to_be_no_one_else(String service) throws Exception {
        String key = own(service).says().iterator().next();
        try (Connection connection = broker.as(service)) {
            for (String user : Stream.concat(others(service), Stream.of("admin", "viewer", "guest", ""))
                    .toList()) {
                assertThat(Broker.answer(connection, Broker.saying(EVENTS, key, user)))
                        .as("%s says that it is '%s'", service, user)
                        .isEqualTo(AMQP.PRECONDITION_FAILED);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_has_no_other_way_in(String service) {
        String password = shop.value(service.toUpperCase(Locale.ROOT) + "_BROKER_PASSWORD");
        for (String path :
                List.of("overview", "queues", "definitions", "users", "connections", "permissions", "whoami")) {
            assertThat(management(service, password, path)).as(path).isIn(401, 403);
        }
        assertThatThrownBy(() -> broker.connect(service, password, "/").close())
                .as("another virtual host")
                .hasStackTraceContaining("NOT_ALLOWED");
        for (String wrong : List.of("", service, password + "x", password.substring(1))) {
            assertThatThrownBy(
                            () -> broker.connect(service, wrong, Broker.VHOST).close())
                    .as("a wrong password")
                    .hasStackTraceContaining("ACCESS_REFUSED");
        }
    }

    @Test
    void the_viewer_reads_one_queue_and_changes_nothing() throws Exception {
        try (Connection connection = broker.as("viewer")) {
            for (String service : SERVICES) {
                for (String queue :
                        QUEUES.stream().map(queue -> service + "." + queue).toList()) {
                    refused(connection, "viewer", queue, channel -> channel.basicGet(queue, false));
                    refused(connection, "viewer", queue, channel -> channel.queuePurge(queue));
                    refused(connection, "viewer", queue, channel -> channel.queueDelete(queue));
                    refused(connection, "viewer", queue, Broker.saying("", queue, "viewer"));
                }
                refused(connection, "viewer", service, Broker.saying(service, "parking", "viewer"));
                refused(connection, "viewer", service, channel -> channel.exchangeDelete(service));
            }
            for (String key : all.stream().flatMap(each -> each.says().stream()).toList()) {
                refused(connection, "viewer", key, Broker.saying(EVENTS, key, "viewer"));
            }
            refused(connection, "viewer", "a queue", channel -> channel.queueDeclare());
            refused(connection, "viewer", EVENTS, channel -> channel.exchangeDelete(EVENTS));
            refused(connection, "viewer", "watch", channel -> channel.queueBind("orderflow.watch", EVENTS, "#"));
        }
    }

    @Test
    void there_is_no_guest() {
        for (String vhost : List.of("/", Broker.VHOST)) {
            assertThatThrownBy(() -> broker.connect("guest", "guest", vhost).close())
                    .hasStackTraceContaining("ACCESS_REFUSED");
        }
        assertThat(management("guest", "guest", "overview")).isEqualTo(401);
    }

    private static void refused(Connection connection, String user, String what, Broker.Attempt attempt)
            throws Exception {
        assertThat(Broker.answer(connection, attempt))
                .as("%s at %s", user, what)
                .isEqualTo(REFUSED);
    }

    private static int management(String user, String password, String path) {
        return shop.http()
                .get(shop.value("MANAGEMENT_URL") + "/api/" + path, "Authorization", Http.basic(user, password))
                .status();
    }

    private static Choreography own(String service) {
        return all.stream()
                .filter(each -> each.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> others(String service) {
        return SERVICES.stream().filter(other -> !other.equals(service));
    }

    private static Stream<String> foreignQueues(String service) {
        return Stream.concat(
                others(service).flatMap(other -> QUEUES.stream().map(queue -> other + "." + queue)),
                Stream.of("orderflow.watch"));
    }
}

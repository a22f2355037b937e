package io.orderflow.messaging.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.messaging.MessagingProperties;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

class StartTest {
    private static final Map<String, String> GOOD = Map.of(
            "spring.datasource.url", "jdbc:postgresql://localhost:1/none",
            "spring.datasource.username", "someone",
            "spring.rabbitmq.username", "someone",
            "orderflow.operator.password", "secret",
            "orderflow.operations.passwords.ada", "secret");

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, '', spring.datasource.url is not set",
        "spring.datasource.url, jdbc:mysql://x, 'spring.datasource.url must begin with jdbc:postgresql:, and is jdbc:mysql://x'",
        "spring.datasource.url, 'jdbc:postgresql://here:port/none',"
                + " 'spring.datasource.url is not usable: the driver makes nothing of jdbc:postgresql://here:port/none'",
        "spring.datasource.username, '', spring.datasource.username is not set",
        "spring.rabbitmq.username, '', spring.rabbitmq.username is not set",
        "orderflow.operator.password, '', orderflow.operator.password is not set",
        "orderflow.operator.password, abc, orderflow.operator.password must have at least 4 characters",
        "server.port, eighty, 'server.port must be a port from 0 to 65535, and is eighty'",
        "spring.rabbitmq.port, 70000, 'spring.rabbitmq.port must be a port from 0 to 65535, and is 70000'"
    })
    void a_wrong_setting_is_refused_in_a_sentence_that_names_it(String property, String value, String sentence) {
        var settings = new HashMap<>(GOOD);
        settings.put(property, value);

        assertThatThrownBy(() -> new Checks(environment(settings)).settings())
                .isInstanceOf(WrongConfiguration.class)
                .hasMessage(sentence);
    }

    @Test
    void good_settings_pass_and_a_database_that_is_away_is_waited_for() {
        var checks = new Checks(environment(GOOD));

        assertThatCode(checks::settings).doesNotThrowAnyException();
        assertThat(checks.databaseAway()).contains("refused");
    }

    @Test
    void a_database_that_takes_the_connection_and_says_nothing_is_waited_for() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new HashMap<>(GOOD);
            settings.put(
                    "spring.datasource.url",
                    "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/none?socketTimeout=1");

            assertThat(new Checks(environment(settings)).databaseAway()).isNotBlank();
        }
    }

    @Test
    void a_property_that_does_not_exist_or_has_a_wrong_value_is_named() {
        var runner = new ApplicationContextRunner().withUserConfiguration(Configured.class);

        runner.withPropertyValues("orderflow.messaging.idle-pol=5s")
                .run(context -> assertThat(sentence(context))
                        .isEqualTo("orderflow.messaging.idle-pol is not a property of this service"));
        runner.withPropertyValues("orderflow.messaging.idle-poll=soon")
                .run(context -> assertThat(sentence(context)).startsWith("orderflow.messaging.idle-poll is soon"));
        runner.withPropertyValues("orderflow.messaging.keep-outbox=1h")
                .run(context -> assertThat(sentence(context)).contains("orderflow.messaging.keep-outbox"));
    }

    @Test
    void an_inbox_that_forgets_what_an_outbox_may_say_again_is_refused() {
        var runner = new ApplicationContextRunner().withUserConfiguration(Configured.class);

        runner.withPropertyValues("orderflow.messaging.keep-outbox=15d")
                .run(context -> assertThat(sentence(context))
                        .startsWith("orderflow.messaging.keep-inbox is 14d and must not be shorter than"
                                + " orderflow.messaging.keep-outbox, which is 15d"));
        runner.withPropertyValues("orderflow.messaging.keep-outbox=14d")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void while_it_waits_it_says_that_it_lives_and_what_it_waits_for() throws Exception {
        try (Lobby lobby = Lobby.open(null, 0)) {
            lobby.waitingFor("Connection to \"db\" refused");

            assertThat(get(lobby, "/actuator/health/liveness").statusCode()).isEqualTo(200);
            HttpResponse<String> health = get(lobby, "/actuator/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("\"waitingFor\":\"Connection to  db  refused\"");
        }
    }

    private static HttpResponse<String> get(Lobby lobby, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + lobby.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String sentence(AssertableApplicationContext context) {
        return String.valueOf(OneSentence.about(Objects.requireNonNull(context.getStartupFailure())));
    }

    private static MockEnvironment environment(Map<String, String> settings) {
        var environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        return environment;
    }

    @EnableConfigurationProperties(MessagingProperties.class)
    static class Configured {}
}

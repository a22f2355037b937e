package io.orderflow.analytics.gateways;

import java.io.Serial;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Asks the owners of figures, over HTTP, with the operator's log-in.
@Component
public class Owners {
    private final OwnersSettings settings;
    private final RestClient http;

    Owners(
            OwnersSettings settings,
            @Value("${orderflow.operator.name:operator}") String name,
            @Value("${orderflow.operator.password}") String password) {
        this.settings = settings;
        Duration timeout = settings.timeout();
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(timeout).build());
        requests.setReadTimeout(timeout);
        this.http = RestClient.builder()
                .requestFactory(requests)
                .defaultHeaders(headers -> headers.setBasicAuth(name, password))
                .build();
    }

    /// Asks an owner for its figures.
    ///
    /// @param until only orders whose ids were made before
    /// @throws Unavailable when it does not answer, or nothing that can be compared
    public Figures ask(Owner owner, Instant until) {
        try {
            JsonNode answer = http.get()
                    .uri(owner.address(settings) + "?until={until}", until)
                    .retrieve()
                    .body(JsonNode.class);
            if (answer == null || !answer.isObject()) {
                throw new Unavailable("it answered with nothing that can be compared");
            }
            return owner.read(answer);
        } catch (RestClientResponseException refused) {
            throw new Unavailable(
                    "it answered with status " + refused.getStatusCode().value());
        } catch (ResourceAccessException away) {
            throw new Unavailable("it does not answer");
        } catch (RestClientException | JacksonException | NumberFormatException unreadable) {
            throw new Unavailable("it answered with nothing that can be compared");
        }
    }

    /// An owner did not say its figures; the message tells why, in a few words.
    public static final class Unavailable extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Unavailable(String reason) {
            super(reason);
        }

        /// Why, in a few words.
        public String reason() {
            return String.valueOf(getMessage());
        }
    }
}
